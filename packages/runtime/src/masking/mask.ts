import { bareForms, bareOf, shortest } from "./bare.js";

/** Made once for the secrets of a request. */
const forms: WeakMap<readonly string[], readonly string[]> = /* @__PURE__ */ new WeakMap();

/**
 * Takes credentials out of a text that comes from elsewhere. Where one is written in another way than as it is or as in a URL, nothing of
 * the text is left.
 */
export function mask(text: string, secrets: readonly string[]): string {
  if (!secrets[0]) return text;
  let masked = text;
  const long = secrets.filter(({ length }) => length >= shortest);
  for (const secret of long) {
    masked = masked.replaceAll(secret, "***").replaceAll(encodeURIComponent(secret), "***");
  }
  const hidden = forms.get(secrets) ?? long.flatMap(bareForms);
  forms.set(secrets, hidden);
  const bare = bareOf(masked);
  return hidden.some((form) => bare.includes(form)) ? "***" : masked;
}
