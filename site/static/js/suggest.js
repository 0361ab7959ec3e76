// Combobox with a list (ARIA 1.2): suggestions of the server from two letters on, never in the way of Enter.
// The answer is [typed, [texts], [notes], [addresses], [languages]]; a row is a link to its address.
export default function suggest(form) {
  const source = form.dataset.suggest, input = form.querySelector("input[type=search]");
  if (!source || !input || input.role === "combobox") return;
  const list = Object.assign(document.createElement("ul"), { className: "suggest", id: `${input.id}-list`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.getAttribute("aria-label"));
  for (const [k, v] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) input.setAttribute(k, v);
  form.append(list);
  let at = -1, pending, timer;
  const show = (open) => { list.hidden = !open; input.setAttribute("aria-expanded", open); if (!open) { at = -1; input.removeAttribute("aria-activedescendant"); } };
  const mark = (i) => {
    const all = [...list.children];
    at = (i + all.length) % all.length;
    all.forEach((li, n) => li.setAttribute("aria-selected", n === at));
    all[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[at].id);
  };
  const row = (i, text, note, url, lang) => {
    const li = Object.assign(document.createElement("li"), { id: `${list.id}-${i}` });
    const words = Object.assign(document.createElement("span"), { textContent: text });
    if (lang && lang !== document.documentElement.lang) { words.lang = lang; words.dir = "auto"; }
    li.append(words, " ", Object.assign(document.createElement("small"), { textContent: note }));
    li.dataset.url = url;
    li.setAttribute("role", "option");
    li.setAttribute("aria-selected", "false");
    return li;
  };
  const ask = async () => {
    const q = input.value.trim();
    pending?.abort();
    if (q.length < 2) return show(false);
    pending = new AbortController();
    const answer = await fetch(`${source}?q=${encodeURIComponent(q)}`, { signal: pending.signal }).then((r) => (r.ok ? r.json() : null)).catch(() => null);
    if (!answer || input.value.trim() !== q || document.activeElement !== input) return;
    const [, texts, notes, urls, languages] = answer;
    list.replaceChildren(...texts.map((text, i) => row(i, text, notes[i], urls[i], languages?.[i])));
    at = -1;
    input.removeAttribute("aria-activedescendant");
    show(texts.length > 0);
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  input.addEventListener("keydown", (e) => {
    if (list.hidden) return;
    if (e.key === "ArrowDown") { e.preventDefault(); mark(at + 1); }
    else if (e.key === "ArrowUp") { e.preventDefault(); mark(at < 0 ? -1 : at - 1); }
    else if (e.key === "Escape") { e.preventDefault(); show(false); }
    else if (e.key === "Enter" && at >= 0) { e.preventDefault(); location.assign(list.children[at].dataset.url); }
  });
  list.addEventListener("mousedown", (e) => { const li = e.target.closest("li"); if (li) { e.preventDefault(); location.assign(li.dataset.url); } });
  input.addEventListener("blur", () => show(false));
  ask(); // for what was typed before this file arrived
}
