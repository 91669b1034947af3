/** A change of a text: what stands from one offset to another becomes something else. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text after changes that do not touch one another. */
export function splice(text: string, splices: readonly Splice[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, text: replacement } of splices.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}
