// Combobox with a list (ARIA 1.2): suggestions of the server, never before two letters, never in the way of Enter.
export default function suggest(form) {
  const source = form.dataset.suggest, input = form.querySelector("input[type=search]");
  if (!source || !input) return;
  const list = Object.assign(document.createElement("ul"), { className: "suggest", id: `${input.id}-list`, hidden: true });
  list.setAttribute("role", "listbox");
  for (const [k, v] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) input.setAttribute(k, v);
  form.append(list);
  let at = -1, asked = 0, timer;
  const show = (open) => { list.hidden = !open; input.setAttribute("aria-expanded", open); if (!open) { at = -1; input.removeAttribute("aria-activedescendant"); } };
  const mark = (i) => { const all = [...list.children]; at = (i + all.length) % all.length; all.forEach((li, n) => li.setAttribute("aria-selected", n === at)); input.setAttribute("aria-activedescendant", all[at].id); };
  const take = (li) => { input.value = li.textContent; show(false); form.requestSubmit(); };
  const ask = async () => {
    const q = input.value.trim(), mine = ++asked;
    if (q.length < 2) return show(false);
    const answer = await fetch(`${source}?q=${encodeURIComponent(q)}`).then((r) => (r.ok ? r.json() : [])).catch(() => []);
    if (mine !== asked || document.activeElement !== input) return;
    list.replaceChildren(...answer.slice(0, 6).map((text, i) => { const li = Object.assign(document.createElement("li"), { id: `${list.id}-${i}`, textContent: text }); li.setAttribute("role", "option"); return li; }));
    show(list.children.length > 0);
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("keydown", (e) => {
    if (list.hidden) return;
    if (e.key === "ArrowDown") { e.preventDefault(); mark(at + 1); }
    else if (e.key === "ArrowUp") { e.preventDefault(); mark(at - 1); }
    else if (e.key === "Escape") { e.preventDefault(); show(false); }
    else if (e.key === "Enter" && at >= 0) { e.preventDefault(); take(list.children[at]); }
  });
  list.addEventListener("mousedown", (e) => { const li = e.target.closest("li"); if (li) { e.preventDefault(); take(li); } });
  input.addEventListener("blur", () => show(false));
}
