/**
 * Percent-encodes all but RFC 3986's unreserved characters, as RFC 6570 3.2.1 does. Throws URIError on half a surrogate pair. `escape` is
 * deprecated, and all platforms have it (ECMA-262 B.2.1.1); it leaves `*` as it is.
 */
export function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()]/g, escape)
    .replaceAll("*", "%2A");
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

/**
 * For a cookie whose values are said to come as they are sent (`allowReserved`, and OpenAPI 3.2's style `cookie`): what a cookie may hold passes
 * (RFC 6265 4.1.1, cookie-octet), so that nothing is escaped twice. The rest would end the value, or the header, and is encoded.
 */
export function encodeCookie(text: string): string {
  return text.replace(/[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+/g, encode);
}

/** Encodes as a form in a browser does: a space is `+` (WHATWG URL, "application/x-www-form-urlencoded serializing"). */
export function encodeForm(text: string): string {
  return encode(text).replaceAll("%20", "+").replaceAll("%2A", "*").replaceAll("~", "%7E");
}
