import { pairsOf, splitUrl } from "./url-parts.js";

/** Names whose values are nobody's business. */
const sensitive =
  /pass(word|wd|phrase|code)?$|secret|token|api[-_ ]?key|credential|authori[sz]ation|cookie|session|signature|assertion|private[-_ ]?key|^(key|code|jwt|otp|pin|sig|auth)$/i;

export function isSensitive(name: string): boolean {
  return sensitive.test(name);
}

/** Whether a header, a field or a parameter of a query of this name may be a credential: more names are than of properties. */
export function isSensitivePair(name: string): boolean {
  return isSensitive(name) || /key$/i.test(name);
}

/** Every text in a value of JSON that stands under a sensitive name, however deep. Goes down no call stack: the value may be very deep. */
export function secretsInJson(value: unknown): readonly string[] {
  const found: string[] = [];
  const pending: { readonly value: unknown; readonly secret: boolean }[] = [{ value, secret: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: inner, secret } = next;
    if (typeof inner === "string" && secret) found.push(inner);
    if (typeof inner !== "object" || inner === null) continue;
    for (const [key, part] of Object.entries(inner))
      pending.push({ value: part, secret: secret || (!Array.isArray(inner) && isSensitive(key)) });
  }
  return found;
}

/** The values of sensitive names in a query, and the user and password of a URL. */
export function secretsInUrl(url: string): readonly string[] {
  const user = /^[a-z]+:\/\/([^/@?#]*)@/i.exec(url.slice(0, 2000))?.[1];
  const { query } = splitUrl(url);
  return [
    ...(user === undefined ? [] : [user]),
    ...pairsOf(query).flatMap(([name, value]) => (isSensitivePair(name) ? [value] : [])),
  ];
}

/** The secrets of a body that is JSON or a form. */
export function secretsInText(text: string): readonly string[] {
  if (/^\s*[[{]/.test(text.slice(0, 200))) {
    try {
      return secretsInJson(JSON.parse(text));
    } catch {
      return [];
    }
  }
  const isForm = text.length < 100_000 && text.includes("=") && !/\s/.test(text);
  return isForm ? pairsOf(text).flatMap(([name, value]) => (isSensitivePair(name) ? [value] : [])) : [];
}
