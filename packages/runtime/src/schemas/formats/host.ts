/** Four numbers from 0 to 255. */
export function isIpv4(text: string): boolean {
  const parts = text.split(".", 5);
  return parts.length === 4 && parts.every((part) => /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/.test(part));
}

/** Eight groups of up to four digits, of which `::` leaves some out; the last two may be an IPv4 address (RFC 4291, 2.2). */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const [left = "", right, ...more] = text.split("::");
  if (more.length > 0) return false;
  const [before, after] = [groupsOf(left, right === undefined), right === undefined ? 0 : groupsOf(right, true)];
  const total = before + after;
  return right === undefined ? total === 8 : total < 8;
}

/** How many groups of an address are written; more than there may be, where one is none. */
function groupsOf(text: string, isEnd: boolean): number {
  if (text === "") return 0;
  const parts = text.split(":");
  const last = parts.length - 1;
  const isAddress = isEnd && isIpv4(parts[last] ?? "");
  const isGroup = (part: string, index: number): boolean =>
    /^[\da-f]{1,4}$/i.test(part) || (isAddress && index === last);
  return parts.every(isGroup) ? parts.length + (isAddress ? 1 : 0) : Number.POSITIVE_INFINITY;
}

/** Labels of up to 63 letters, digits and hyphens, 253 characters in all (RFC 1123, 2.1). */
export function isHostname(text: string): boolean {
  const name = text.endsWith(".") ? text.slice(0, -1) : text;
  return name.length <= 253 && name.split(".").every((part) => part.length <= 63 && isLabel(part));
}

/** Looked at from both ends, so that no text of hyphens is gone through again and again. */
function isLabel(part: string): boolean {
  return /^[a-z\d-]+$/i.test(part) && !part.startsWith("-") && !part.endsWith("-");
}

/** A local part of words between dots, and a host with at least one dot. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const words = text.slice(0, Math.max(at, 0)).split(".");
  const labels = text.slice(at + 1).split(".");
  return labels.length > 1 && labels.every(isLabel) && words.every((word) => /^[\w!#$%&'*+/=?^`{|}~-]+$/.test(word));
}
