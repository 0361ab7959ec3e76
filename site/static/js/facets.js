// Where filters and results stand side by side, a tick sends the form. On a phone people choose several, then press the button.
const wide = matchMedia("(min-width: 62rem)");
export default function facets(form) {
  let timer;
  form.addEventListener("change", () => { clearTimeout(timer); if (wide.matches) timer = setTimeout(() => form.requestSubmit(), 400); });
}
