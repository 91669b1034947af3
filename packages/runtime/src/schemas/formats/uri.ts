import { isIpv6 } from "./host.js";

/** What stands before the query, the query and the fragment (RFC 3986, appendix B). */
const parts = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** A host in brackets, the one place where those may stand: whose it is, the address, and the path behind it. */
const inBrackets = /^(?:[a-z][a-z\d+.-]*:)?\/\/?(?:([^@[\]]*)@)?\[([^\]]*)\](?::\d*)?((?:\/.*)?)$/is;

const address = /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i;

/** Characters that stand for themselves, and any other as two digits. In references, Ajv lets the quotation mark be one. */
const plain = /^(?:[\w.~!$&'"()*+,;=:@/-]|%[\da-f]{2})*$/i;
const plainQuery = /^(?:[\w.~!$&'"()*+,;=:@/?-]|%[\da-f]{2})*$/i;

/** What begins with a scheme, and has something behind it. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[^?#]/i.test(text) && !text.includes('"') && isUriReference(text);
}

export function isUriReference(text: string): boolean {
  const [whole, way = "", query = "", fragment = ""] = parts.exec(text) ?? [];
  if (whole === undefined || !plainQuery.test(query) || !plainQuery.test(fragment)) return false;
  return plain.test(way) || isAtAddress(way);
}

function isAtAddress(way: string): boolean {
  const [, user = "", host, path = ""] = inBrackets.exec(way) ?? [];
  return host !== undefined && plain.test(user) && plain.test(path) && (isIpv6(host) || address.test(host));
}
