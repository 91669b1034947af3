import { basename, extname } from "node:path";
import { splitPointer } from "../pointer.js";
import type { Source } from "../source.js";

/** Keys that say what kind of thing follows, and nothing about the thing. */
const structural = new Set([
  "components",
  "definitions",
  "$defs",
  "properties",
  "schema",
  "schemas",
  "content",
  "paths",
  "responses",
]);

/** Gives names in one section of `components`; the same document gets the same names wherever it is read. */
export class ComponentNames {
  private readonly taken: Set<string>;

  /** @param taken - the names that the document itself gives */
  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  /** A name for what stands at a pointer in a file: its own last key first, then with more of the way to it. */
  choose(source: Source, pointer: string): string {
    const free = candidates(source, pointer).find((candidate) => !this.taken.has(candidate));
    const name = free ?? this.numbered(candidates(source, pointer).at(-1) ?? "Component");
    this.taken.add(name);
    return name;
  }

  private numbered(name: string): string {
    let number = 2;
    while (this.taken.has(`${name}_${number}`)) number++;
    return `${name}_${number}`;
  }
}

function candidates(source: Source, pointer: string): string[] {
  const file = basename(source.path, extname(source.path));
  const keys = splitPointer(pointer);
  const inside = keys.filter((key) => !structural.has(key));
  const own = isEntry(keys) ? inside.slice(-1) : inside;
  const ways = own.length === 0 ? [[file]] : [own, [file, ...own]];
  return ways.map((way) => safe(way.join("_"))).filter((name) => name !== "");
}

/** A component of its own, or an entry at the top of a file; what is deeper is named for the whole way to it. */
function isEntry(keys: readonly string[]): boolean {
  return (
    keys.length <= 1 ||
    (keys.length === 2 && structural.has(keys[0] ?? "")) ||
    (keys.length === 3 && keys[0] === "components")
  );
}

/** OpenAPI 3.1.1, 4.8.7: letters, digits, dot, hyphen and underscore. */
function safe(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, "_").replaceAll(/^_+|_+$/g, "");
}
