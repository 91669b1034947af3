import { isObject } from "@facsimile/document";

/**
 * The places in which a value that came back is another than the one that was sent, among those that both have. What servers are free to write
 * otherwise is the same: case and white space around, the order of a list, another spelling of an instant or a number.
 */
export function differences(sent: unknown, got: unknown): readonly string[] {
  // An answer that is no object says nothing of the properties of one.
  return isObject(sent) && isObject(got) ? differencesAt(sent, got, "") : [];
}

function differencesAt(sent: unknown, got: unknown, at: string): readonly string[] {
  if (Array.isArray(sent) && Array.isArray(got)) return sameList(sent, got) ? [] : [at];
  if (isObject(sent) && isObject(got)) {
    return Object.keys(sent)
      .filter((name) => Object.hasOwn(got, name))
      .flatMap((name) => differencesAt(sent[name], got[name], `${at}/${name}`));
  }
  return isSame(sent, got) ? [] : [at];
}

/** Whether two values are the same but for what servers are free to write otherwise. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === "object" || typeof right === "object") return JSON.stringify(left) === JSON.stringify(right);
  const [one, other] = [String(left).trim().toLowerCase(), String(right).trim().toLowerCase()];
  if (one === other) return true;
  const instants = [one, other].map((text) => (/^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN));
  if (instants[0] === instants[1]) return true;
  return one !== "" && other !== "" && Number(one) === Number(other);
}

/** Of a list, what was sent may be in another order, and there may be more. */
function sameList(sent: readonly unknown[], got: readonly unknown[]): boolean {
  return sent.every((item) => got.some((other) => differencesAt(item, other, "").length === 0));
}
