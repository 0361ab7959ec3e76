// Enhances what already works: each part looks for its data attribute and leaves the page alone when it is not there.
document.documentElement.classList.add("js");
// Written out one by one: the build replaces each address by its hashed name.
const parts = {
  "[data-facets]": () => import("./facets.js"),
  "[data-list]": () => import("./list.js"),
  "[data-my-list]": () => import("./my-list.js"),
  "[data-near]": () => import("./near.js"),
  "[data-exit]": () => import("./exit.js"),
  "[data-alerts]": () => import("./alerts.js"),
  "[data-proof]": () => import("./proof.js"),
  "[data-passkey]": () => import("./passkey.js"),
};
for (const [selector, load] of Object.entries(parts)) {
  const found = [...document.querySelectorAll(selector)];
  if (found.length) load().then((m) => found.forEach((node) => m.default(node))).catch(() => {});
}
// Only who turns to the search box needs its suggestions.
for (const form of document.querySelectorAll("[data-suggest]")) {
  form.addEventListener("focusin", () => import("./suggest.js").then((m) => m.default(form)).catch(() => {}), { once: true });
}
for (const b of document.querySelectorAll("[data-print]")) b.addEventListener("click", () => print());
// One open menu at a time; Escape closes it and gives the focus back.
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (e) => { if (e.key === "Escape" && menu.open) { menu.open = false; menu.firstElementChild.focus(); } });
  document.addEventListener("click", (e) => { if (!menu.contains(e.target)) menu.open = false; });
}
// Errors are read first.
document.querySelector(".errors")?.focus();
// Paper cannot be opened: what is folded is printed too.
addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details.more")) d.open = true; });
