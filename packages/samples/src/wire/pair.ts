/** A name and a value of a query string, a form or a cookie. */
export type Pair = readonly [name: string, value: string];

/** The names and values of a query or of cookies as they are. */
export function splitPairs(text: string, between: "&" | ";"): Pair[] {
  if (text === "") return [];
  return text.split(between).map((piece) => {
    const [name = "", ...value] = piece.trim().split("=");
    return [name, value.join("=")];
  });
}

/** The same without those that are empty: names decoded, values as they are, since a style may tell a delimiter from one that is encoded. */
export function readPairs(text: string, between: "&" | ";"): Pair[] {
  const pairs = splitPairs(text, between).filter((pair) => pair.some((part) => part !== ""));
  return pairs.map(([name, value]) => [decodedName(name), value]);
}

function decodedName(name: string): string {
  try {
    return decodeForm(name);
  } catch {
    return name;
  }
}

/** Percent-decodes; `+` is a space, as in forms. Throws URIError where it is not percent-encoded. */
export function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
