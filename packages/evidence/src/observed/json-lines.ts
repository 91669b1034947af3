/** Pointers to be found, as a tree. */
interface Wanted {
  readonly below: Map<string, Wanted>;
  pointer: string | undefined;
}

/**
 * The lines on which values of a JSON text begin, by their pointers. The text is valid JSON; it is walked once and without a call stack, whatever
 * its length and depth are.
 */
export function linesOfPointers(text: string, pointers: readonly string[]): ReadonlyMap<string, number> {
  const walk = new JsonWalk(text, wantedTree(pointers));
  walk.run();
  return walk.lines;
}

function wantedTree(pointers: readonly string[]): Wanted {
  const root: Wanted = { below: new Map(), pointer: undefined };
  for (const pointer of pointers) {
    let node = root;
    for (const step of pointer.split("/").slice(1)) {
      const next = node.below.get(step) ?? { below: new Map<string, Wanted>(), pointer: undefined };
      node.below.set(step, next);
      node = next;
    }
    node.pointer = pointer;
  }
  return root;
}

interface Frame {
  readonly isList: boolean;
  readonly wanted: Wanted | undefined;
  index: number;
  key: string;
}

class JsonWalk {
  readonly lines: Map<string, number> = new Map<string, number>();
  readonly #text: string;
  readonly #root: Wanted;
  readonly #frames: Frame[] = [];
  #line = 1;

  constructor(text: string, root: Wanted) {
    this.#text = text;
    this.#root = root;
  }

  run(): void {
    const text = this.#text;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? "";
      const frame = this.#frames.at(-1);
      if (character === "\n") this.#line += 1;
      else if (character === '"') at = this.#string(at, frame);
      else if (character === "{" || character === "[") this.#open(character === "[");
      else if (character === "}" || character === "]") this.#frames.pop();
      else if (character === "," && frame?.isList === true) frame.index += 1;
      else if (character === "," && frame !== undefined) frame.key = "";
    }
  }

  /** Skips a string; it may be the key of the next value. */
  #string(start: number, frame: Frame | undefined): number {
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === "\\" ? 2 : 1;
    if (frame?.isList === false && frame.key === "" && frame.wanted !== undefined)
      frame.key = this.#text.slice(start + 1, end);
    return end;
  }

  #open(isList: boolean): void {
    const frame = this.#frames.at(-1);
    const step = frame === undefined ? "" : frame.isList ? String(frame.index) : frame.key;
    const wanted = frame === undefined ? this.#root : frame.wanted?.below.get(step);
    if (wanted?.pointer !== undefined) this.lines.set(wanted.pointer, this.#line);
    this.#frames.push({ isList, wanted, index: 0, key: "" });
  }
}
