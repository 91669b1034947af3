import { toBytes } from "../bytes.js";

/** Shorter ones would take ordinary words out of a text with them. */
export const shortest = 6;

/**
 * A text as it is compared: characters that JSON (`\u002F`), URLs (`%2F`, and `%252F` in a URL within another) or HTML (`&#x2F;`) have written by
 * their numbers are put back; then spaces, whatever is no ASCII, and all goes that JSON or HTML escape in other ways, that forms write for spaces
 * (`+`), and that base64 writes in two ways (RFC 4648 5).
 */
export function bareOf(text: string): string {
  return text
    .replace(/(?:\\u..|%(?:25)*|&#x0*)([\da-f]{2});?/gi, (_, hex) => unescape(`%${hex}`))
    .replace(/&#?\w+;|[^!-~]|[+_/"'=;\\&<>-]/g, "");
}

/**
 * What to look for in a bare text: a secret, and the characters that it is in a base64 text with more before and behind it, where it begins with,
 * or one or two bytes behind, a group of three. Those that hold bits of what is beside it are left out.
 */
export function bareForms(secret: string): readonly string[] {
  const bytes = toBytes(secret);
  const inBase64 = [0, 1, 2].map((at) =>
    btoa("\0".repeat(at) + bytes).slice(at && at + 1, ((at + bytes.length) * 4) / 3),
  );
  return [secret, ...inBase64].map(bareOf).filter(({ length }) => length >= shortest);
}
