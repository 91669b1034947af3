/**
 * One character for each byte that a text is in UTF-8, as `btoa` takes them. Half a surrogate pair is a URIError. `unescape` is deprecated, and
 * all platforms have it (ECMA-262 B.2.1.2).
 */
export function toBytes(text: string): string {
  return unescape(encodeURIComponent(text));
}
