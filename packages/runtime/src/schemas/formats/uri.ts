import { isIpv6 } from "./host.js";

/** The parts of a reference, as RFC 3986 takes it apart in its appendix B. */
const parts = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Characters that stand for themselves in a name, and what else may stand there. The quotation mark is none by the letter; Ajv lets it be. */
function charactersOf(more: string): RegExp {
  return new RegExp(`^(?:[\\w.~!$&'"()*+,;=${more}-]|%[\\da-f]{2})*$`, "i");
}

const inUser = /* @__PURE__ */ charactersOf(":");
const inHost = /* @__PURE__ */ charactersOf("");
const inPath = /* @__PURE__ */ charactersOf(":@/");
const inQuery = /* @__PURE__ */ charactersOf(":@/?");

/** What begins with a scheme. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(text) && isUriReference(text);
}

export function isUriReference(text: string): boolean {
  const [whole, scheme = "a", authority = "", path = "", query = "", fragment = ""] = parts.exec(text) ?? [];
  if (whole === undefined || !/^[a-z][a-z\d+.-]*$/i.test(scheme)) return false;
  return isAuthority(authority) && inPath.test(path) && inQuery.test(query) && inQuery.test(fragment);
}

function isAuthority(text: string): boolean {
  const at = text.lastIndexOf("@");
  const place = text.slice(at + 1).replace(/:\d*$/, "");
  const isPlace = place.startsWith("[") ? isInBrackets(place) : inHost.test(place);
  return isPlace && inUser.test(text.slice(0, Math.max(at, 0)));
}

function isInBrackets(place: string): boolean {
  if (!place.endsWith("]")) return false;
  const address = place.slice(1, -1);
  return isIpv6(address) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(address);
}
