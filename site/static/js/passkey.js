// Signing in by a passkey: the browser asks the device, the answer goes with the form. Without it the other ways stay.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (list = []) => list.map((each) => ({ ...each, id: bytes(each.id) }));
function asked(given) {
  const key = { ...given.publicKey, challenge: bytes(given.publicKey.challenge) };
  if (key.user) key.user = { ...key.user, id: bytes(key.user.id) };
  return { ...key, allowCredentials: known(key.allowCredentials), excludeCredentials: known(key.excludeCredentials) };
}
function told({ id, rawId, type, authenticatorAttachment, response }, extensions) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const said = Object.fromEntries(parts.filter((name) => response[name]).map((name) => [name, text(response[name])]));
  if (response.getTransports) said.transports = response.getTransports();
  return JSON.stringify({ id, rawId: text(rawId), type, authenticatorAttachment, response: said, clientExtensionResults: extensions });
}
export default function passkey(form) {
  const { passkey: what, options } = form.dataset, say = (which) => { form.querySelector(`[data-${which}]`).hidden = false; };
  const given = async () => {
    if (options) return (await fetch(options, { headers: { Accept: "application/json" } }).then((r) => r.json())).request_options;
    const data = JSON.parse(document.getElementById("passkey-options").textContent);
    return data.creation_options ?? data.request_options;
  };
  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    for (const said of form.querySelectorAll("[role=alert] > *")) said.hidden = true;
    if (!globalThis.PublicKeyCredential) return say("missing");
    try {
      const publicKey = asked(await given());
      // A passkey opens without a name or a password, so the device keeps it and asks who is there.
      if (what === "create") Object.assign(publicKey.authenticatorSelection ??= {}, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
      const key = await navigator.credentials[what]({ publicKey });
      form.elements.credential.value = told(key, key.getClientExtensionResults());
      form.submit();
    } catch {
      say("failed");
    }
  });
}
