/** Percent-encodes all but RFC 3986's unreserved characters, as RFC 6570 3.2.1 does. Throws URIError on half a surrogate pair. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * RFC 6570's reserved expansion for a query (`allowReserved`): reserved characters and percent-encoded triples pass.
 * `#`, `[`, `]`, which no query may hold, and `&`, `+`, which mean something else there, are encoded all the same
 * (OpenAPI 3.1.1, appendix C).
 */
export function encodeReserved(text: string): string {
  return encodeURIComponent(text).replace(/%(?:25([\dA-F]{2})|3A|2F|3F|40|24|2C|3B|3D)/gi, (encoded, triple) =>
    triple ? `%${triple}` : decodeURIComponent(encoded),
  );
}

/** Encodes as a form in a browser does: a space is `+` (WHATWG URL, "application/x-www-form-urlencoded serializing"). */
export function encodeForm(text: string): string {
  return encode(text).replaceAll("%20", "+").replaceAll("%2A", "*").replaceAll("~", "%7E");
}
