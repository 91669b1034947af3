import { isIpv4 } from "./host.js";

/** An address that everybody can reach: `http`, `https` or `ftp`, and a name with a dot, or an address that is not of a network of one's own. */
export function isUrl(text: string): boolean {
  const [, rest = ""] = /^(?:https?|ftp):\/\/(\S+)$/i.exec(text) ?? [];
  const pieces = rest.split("@");
  // What stands before an @ names a user. Behind a slash, it is a part of the path.
  return pieces.some((piece, index) => {
    const isEnd = piece.includes("/") || index === pieces.length - 1;
    const hasUser = index !== 1 || pieces[0] !== "";
    return isEnd && hasUser && isPlace(piece.split("/", 1)[0] ?? "");
  });
}

function isPlace(text: string): boolean {
  const host = text.replace(/:\d{2,5}$/, "");
  if (isIpv4(host)) return isPublic(host.split(".").map(Number));
  const labels = host.split(".");
  const last = labels.pop() ?? "";
  return labels.length > 0 && labels.every(isLabel) && /^[a-z\u00a1-\uffff]{2,}$/i.test(last);
}

/** Words of letters and digits, of whatever script, with a hyphen between two. */
function isLabel(label: string): boolean {
  return label.split("-").every((word) => /^[a-z\d\u00a1-\uffff]+$/i.test(word));
}

function isPublic([first = 0, second = 0, , last = 0]: readonly number[]): boolean {
  if (first === 0 || first > 223 || last === 0 || last === 255) return false;
  if (first === 10 || first === 127) return false;
  if ((first === 169 && second === 254) || (first === 192 && second === 168)) return false;
  return first !== 172 || second < 16 || second > 31;
}
