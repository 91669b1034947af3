/** What ends a text that begins with this. */
const ends: Readonly<Record<string, string>> = { "[": "]", '"': '"', "'": "'" };

/** `[default to …]` at the beginning of a text: the whole and the default, which may be a list or a text that holds a bracket. In linear time. */
export function bracketedDefault(text: string): readonly [whole: string, argument: string] | null {
  const [head] = /^\[defaults? to /i.exec(text) ?? [];
  if (head === undefined) return null;
  const end = endOutside(text, head.length) ?? text.indexOf("]", head.length);
  return end < 0 ? null : [text.slice(0, end + 1), text.slice(head.length, end)];
}

/** The first closing bracket outside of lists and quoted texts. A quote without its other half is an apostrophe. Undefined where there is none. */
function endOutside(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === "]") return at;
    const other = Object.hasOwn(ends, mark) ? text.indexOf(ends[mark] ?? "", at + 1) : -1;
    if (mark === "[" && other < 0) return undefined;
    if (other >= 0) at = other;
  }
  return undefined;
}
