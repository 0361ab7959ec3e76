// Structures that may be the same as the one in the form: asked for while name, numbers and places are typed.
// The answer is { alike: [{ label, code, url, why }] }. Only the last question counts; an earlier one is given up.
const QUIET = 400, LEAST = 4;
const NUMBERS = "input[name$='-number'][name*='-lines-']", PLACES = "input[name^='access_points-'][name$='-location']";

function asked(form, but) {
  const query = new URLSearchParams();
  const name = form.elements.label?.value.trim() ?? "";
  if (name.length >= LEAST) query.append("name", name);
  for (const { value } of form.querySelectorAll(NUMBERS)) if (value.trim().length >= LEAST) query.append("number", value.trim());
  for (const { value } of form.querySelectorAll(PLACES)) if (value) query.append("place", value);
  if (query.size && but) query.append("but", but);
  return query.toString();
}

function row({ label, code, url, why }) {
  const link = Object.assign(document.createElement("a"), { href: url, target: "_blank", textContent: `${label} (${code})` });
  const item = document.createElement("li");
  item.append(link, `: ${why}`);
  return item;
}

function watch(box) {
  const form = box.closest("form"), list = box.querySelector("ul");
  let timer, pending, last = asked(form, box.dataset.but);
  const ask = async () => {
    const query = asked(form, box.dataset.but);
    if (query === last) return;
    last = query;
    pending?.abort();
    pending = new AbortController();
    const answer = query ? await fetch(`${box.dataset.alike}?${query}`, { signal: pending.signal, headers: { Accept: "application/json" } })
      .then((response) => (response.ok ? response.json() : { alike: [] })).catch(() => null) : { alike: [] };
    if (!answer) return;
    list.replaceChildren(...answer.alike.map(row));
    box.hidden = !answer.alike.length;
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(ask, QUIET); };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
}

for (const box of document.querySelectorAll("[data-alike]")) watch(box);
