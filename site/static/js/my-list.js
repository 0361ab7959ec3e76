// The page “my list”: codes come from this browser, or from behind # when somebody gave the list. Names and numbers of
// all structures are fetched, so that nobody learns which of them stand here.
import { read, write } from "./list.js";
const make = (tag, fields = {}, ...inside) => { const node = Object.assign(document.createElement(tag), fields); node.append(...inside); return node; };
function entry(code, [name, number, label], place) {
  const card = make("article", { className: "card has-side" }, make("h3", {}, make("a", { href: place.replace("AAAAA", code), textContent: name })));
  if (number) card.append(make("p", { className: "actions" }, make("a", { className: "call small", href: `tel:${number}` }, make("b", {}, make("bdi", { dir: "ltr", textContent: label })))));
  return make("li", {}, card);
}
export default async function mine(box) {
  const status = box.querySelector("[role=status]"), list = box.querySelector("ul"), [tools, address] = box.querySelectorAll("[hidden]:not(button)");
  const keep = box.querySelector("[data-keep]"), share = box.querySelector("[data-share]"), link = box.querySelector("[data-address]"), say = (what) => { status.textContent = what ? status.dataset[what] : ""; };
  const given = location.hash.slice(1).split(",").filter((code) => /^[0-9A-HJKMNP-TV-Z]{5}$/.test(code));
  let all;
  const draw = (codes, foreign) => {
    const known = codes.filter((code) => all[code]);
    list.replaceChildren(...known.map((code) => entry(code, all[code], box.dataset.place)));
    tools.hidden = address.hidden = !known.length;
    keep.hidden = !foreign;
    box.querySelector("[data-paper]").href = `${box.dataset.here}?s=${known.join(",")}`;
    link.href = link.textContent = `${location.origin}${box.dataset.here}#${known.join(",")}`;
    say(!codes.length ? "empty" : foreign ? "foreign" : known.length < codes.length ? "gone" : "");
  };
  try { all = await fetch(box.dataset.myList).then((r) => r.json()); } catch { return say("fault"); }
  draw(given.length ? given : [...read()], given.length > 0);
  share.hidden = !navigator.share;
  share.addEventListener("click", () => navigator.share({ title: document.title, url: link.href }).catch(() => {}));
  keep.addEventListener("click", () => { write(new Set([...read(), ...given])); location.hash = ""; draw([...read()], false); });
  box.querySelector("[data-clear]").addEventListener("click", () => { write([]); location.hash = ""; draw([], false); });
}
