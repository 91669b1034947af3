import type { Json } from "../document.js";
import { isObject } from "../object.js";
import { pointerOfFragment, valueAt } from "../pointer.js";
import type { Files } from "../references/files.js";
import { readAddress, splitReference } from "../references/target.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import type { Source } from "../source.js";
import type { Node } from "./node.js";

/** A document and all files that it refers to, whatever it needs of them, by their absolute paths. */
export type OpenedFiles = ReadonlyMap<string, Source>;

export async function openReferred(root: Source, files: Files): Promise<OpenedFiles> {
  const opened = new Map([[root.path, root]]);
  const pending = [root];
  for (let source = pending.pop(); source !== undefined; source = pending.pop()) {
    for (const path of pathsIn(source)) {
      if (opened.has(path)) continue;
      const other = await files.open(path);
      if (typeof other === "string") continue;
      opened.set(path, other);
      pending.push(other);
    }
  }
  return opened;
}

/** What a reference leads to by the letter. Undefined where that is nothing, or in a file that is not there. */
export function targetOf(opened: OpenedFiles, ref: string, from: Source): Node | undefined {
  const { address, fragment } = splitReference(ref);
  const target = readAddress(address, from.path);
  const source = target.kind === "file" ? opened.get(target.path) : undefined;
  const pointer = pointerOfFragment(fragment);
  const value = source === undefined || pointer === undefined ? undefined : valueAt(source.json, pointer);
  if (source === undefined || pointer === undefined || value === undefined) return undefined;
  const at: WrittenAt = { source, pointer };
  return { value, at };
}

/** Members below which there is data, where a `$ref` is none. */
const data: ReadonlySet<string> = new Set(["example", "examples", "default", "enum"]);
/** Members whose own members have names that the document chooses. */
const maps: ReadonlySet<string> = new Set(["definitions", "parameters", "paths", "properties", "responses"]);

function pathsIn(source: Source): ReadonlySet<string> {
  const paths = new Set<string>();
  const pending: [value: Json, isMap: boolean][] = [[source.json, false]];
  const seen = new Set<object>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, isMap] = next;
    if (value === null || typeof value !== "object" || seen.has(value)) continue;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      if (key === "$ref" && typeof inner === "string") addPath(paths, inner, source);
      const isName = isMap || Array.isArray(value);
      if (isName || !(data.has(key) || key.startsWith("x-")))
        pending.push([inner, !isName && maps.has(key) && isObject(inner)]);
    }
  }
  return paths;
}

function addPath(paths: Set<string>, ref: string, source: Source): void {
  const { address } = splitReference(ref);
  const target = address === "" ? undefined : readAddress(address, source.path);
  if (target?.kind === "file" && target.path !== source.path) paths.add(target.path);
}
