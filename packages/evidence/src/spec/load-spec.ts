import { readFile } from "node:fs/promises";
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { isObject, type Json, type JsonObject, keysOf } from "./json.js";

/** A place in a spec, from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An OpenAPI document with the place of each of its nodes. */
export interface Spec {
  /** The path as the caller gave it. */
  readonly file: string;
  readonly json: JsonObject;
  /** Where the node at a JSON pointer was written; its nearest ancestor, where there is no such node. */
  locate(pointer: string): Location;
}

/** A file that is no spec: it is not there, or not YAML, or not an OpenAPI document. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}

export async function loadSpec(path: string, file: string): Promise<Spec> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new SpecError(
      `${file}: cannot be read (${error.code ?? error.message}). Give the path of an OpenAPI document.`,
    );
  });
  return parseSpec(text, file);
}

/** Reads a spec from the text of its file. Throws a SpecError with file, line and column. */
export function parseSpec(text: string, file: string): Spec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2" });
  const [error] = document.errors;
  if (error !== undefined) {
    const at = error.linePos?.[0];
    throw new SpecError(`${file}:${at?.line ?? 1}:${at?.col ?? 1}: ${error.message.split("\n")[0]} Mend the YAML.`);
  }
  const json = document.toJS({ maxAliasCount: 100 }) as Json; // YAML without tags holds JSON values alone
  if (!isObject(json) || typeof json.openapi !== "string") {
    throw new SpecError(
      `${file}:1:1: this is not an OpenAPI document: the field "openapi" is missing. Give an OpenAPI 3.0 or 3.1 document.`,
    );
  }
  return { file, json, locate: (pointer) => ({ file, ...locate(document.contents, keysOf(pointer), lines) }) };
}

function locate(
  root: Node | null,
  keys: readonly string[],
  lines: LineCounter,
): { readonly line: number; readonly column: number } {
  let offset = root?.range?.[0] ?? 0;
  let node: unknown = root;
  for (const key of keys) {
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    const next = pair?.value ?? (isSeq(node) ? node.items[Number(key)] : undefined);
    if (pair === undefined && next === undefined) break;
    offset = startOf(pair, next) ?? offset;
    node = next;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** A property is where its key is; an item of a list is where its value is. */
function startOf(pair: Pair | undefined, value: unknown): number | undefined {
  const node = (pair?.key ?? value) as Node | undefined; // keys and items are nodes in a parsed document
  return node?.range?.[0];
}
