// Tells an open tab of an emergency: asks every 45 s while somebody sees the page, and when they come back to it.
const EVERY = 45000;
const made = (name, text, values = {}) => Object.assign(document.createElement(name), { textContent: text }, values);
function drawn({ id, words }, phone) {
  const said = words[document.documentElement.lang] ?? words.el ?? Object.values(words)[0];
  const strip = made("section", "", { className: "alert emergency" }), wrap = made("div", "", { className: "wrap" }), body = made("div", "");
  strip.dataset.strip = id;
  strip.setAttribute("role", "alert");
  strip.setAttribute("aria-label", said.label);
  const heading = made("p", ""), text = made("p", `${said.text} `), strong = made("strong", `${said.label}: `), title = made("span", said.heading);
  for (const node of [title, text]) { node.lang = said.language; node.dir = "auto"; }
  strong.append(title);
  heading.append(strong);
  if (said.url) text.append(made("a", said.link, { href: said.url }));
  body.append(heading, text);
  if (phone) { const call = made("p", ""); call.append(made("a", phone, { href: `tel:${phone}`, dir: "ltr" })); body.append(call); }
  const sign = document.querySelector("svg.icon")?.cloneNode(true), use = sign?.querySelector("use");
  if (use) { use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#warning")); sign.setAttribute("class", "icon"); wrap.append(sign); }
  wrap.append(body);
  strip.append(wrap);
  return strip;
}
export default function alerts(page) {
  const shown = () => [...document.querySelectorAll('[data-strip]:not([data-strip^="drill-"])')];
  async function ask() {
    // Without cookies, so that the answer is the one kept for everybody.
    const answer = await fetch(page.dataset.alerts, { cache: "no-cache", credentials: "omit" });
    if (!answer.ok) return;
    const { emergencies, phone } = await answer.json(), now = new Set(emergencies.map(({ id }) => id));
    for (const strip of shown()) if (!now.has(strip.dataset.strip)) strip.remove();
    const there = new Set(shown().map((strip) => strip.dataset.strip));
    for (const one of emergencies) if (!there.has(one.id)) document.querySelector(".skip").after(drawn(one, phone));
  }
  let last = Date.now();
  const turn = () => {
    if (document.hidden || Date.now() - last < EVERY) return;
    last = Date.now();
    ask().catch(() => {});
  };
  setInterval(turn, EVERY / 9);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { last = 0; turn(); } });
}
