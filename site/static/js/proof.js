// Proves that a person writes by a short calculation while the form is filled in, so nobody has to answer the question.
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
export async function solve({ nonce, salt, cost, keyLength, keyPrefix }) {
  const start = bytes(nonce), password = new Uint8Array(start.length + 4), number = new DataView(password.buffer, start.length);
  password.set(start);
  for (let counter = 0; ; counter++) {
    number.setUint32(0, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hex(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost }, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
}
export default function proof(box) {
  const form = box.closest("form"), field = box.querySelector("[data-solution] input"), question = box.querySelector("[data-question]");
  // Without a safe connection the browser has no calculation: the question stays.
  if (!globalThis.crypto?.subtle) return;
  const challenge = JSON.parse(box.dataset.proof);
  let work;
  const begin = () => (work ??= solve(challenge.parameters).then((solution) => { field.value = btoa(JSON.stringify({ challenge, solution })); }));
  question.hidden = !question.querySelector("[aria-invalid]");
  form.addEventListener("input", begin, { once: true });
  form.addEventListener("submit", (e) => {
    if (field.value) return;
    e.preventDefault();
    begin().then(() => form.submit(), () => { question.hidden = false; question.querySelector("input").focus(); });
  });
}
