import type { Pair } from "./pair.js";
import type { Read, Text } from "./text.js";

/** What is below a name: texts, and what is below the names in brackets behind it. */
interface Branch {
  readonly texts: string[];
  readonly below: Map<string, Branch>;
}

/** Deeper than anybody writes. */
const mostLevels = 100;

/**
 * Reads an object in the style `deepObject` from pairs such as `name[a][b]=text`. OpenAPI defines nothing below the first level (3.1.1, 4.8.12.5): here as
 * in the runtime, a name that comes again is a list, and so is what is numbered.
 */
export function readDeep(name: string, pairs: readonly Pair[], read: Read): Text {
  const root: Branch = { texts: [], below: new Map() };
  for (const [key, value] of pairs) {
    let branch = root;
    for (const step of key.slice(name.length + 1, -1).split("][", mostLevels)) branch = stepInto(branch, step);
    branch.texts.push(read(value));
  }
  return textOf(root);
}

function stepInto({ below }: Branch, step: string): Branch {
  const known = below.get(step) ?? { texts: [], below: new Map<string, Branch>() };
  below.set(step, known);
  return known;
}

function textOf({ texts, below }: Branch): Text {
  if (below.size > 0) return new Map([...below].map(([step, branch]) => [step, textOf(branch)]));
  const [only, ...more] = texts;
  return only !== undefined && more.length === 0 ? only : texts;
}
