import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document, isObject, type Json, type JsonObject, loadDocument } from "@facsimile/document";
import { type Change, compareWire } from "../../src/index.js";
import type { Cell } from "./cells.js";
import { documentOf, whole } from "./documents.js";

/** What is reported for a cell. */
export interface Walked {
  readonly cell: Cell;
  readonly changes: readonly Change[];
}

/** Compares the two documents of every cell. Cells of one edit stand in one document beside each other where they can, each below a path of its own. */
export async function walk(cells: Iterable<Cell>): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  for (const group of groupsOf(cells)) walked.push(...(together(group) ?? (await Promise.all(group.map(alone)))));
  return walked;
}

/** Cells whose documents say the same beside paths and webhooks. */
function groupsOf(cells: Iterable<Cell>): Iterable<readonly Cell[]> {
  const groups = new Map<string, Cell[]>();
  let alone = 0;
  for (const cell of cells) {
    const [old, next] = [around(cell.old), around(cell.new)];
    const isFree = old === next && cell.object !== "paths" && cell.row.isLoaded !== true;
    const key = isFree
      ? `${cell.object} ${cell.field} ${cell.row.name} ${cell.edit} ${cell.version} ${old}`
      : `${alone++}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return groups.values();
}

function around({ paths, webhooks, ...others }: JsonObject): string {
  return JSON.stringify(others);
}

async function alone(cell: Cell): Promise<Walked> {
  const [old, next] = [await read(cell, cell.old), await read(cell, cell.new)];
  return { cell, changes: compareWire(old, next) };
}

async function read({ row, version }: Cell, parts: JsonObject): Promise<Document> {
  const json = whole(version, parts);
  if (row.isLoaded !== true) return documentOf(version, json);
  const folder = await mkdtemp(join(tmpdir(), "facsimile-space-"));
  try {
    const path = join(folder, "openapi.json");
    await writeFile(path, JSON.stringify(json));
    const { document } = await loadDocument(path);
    if (document === undefined) throw new Error("a document of a cell cannot be read");
    return document;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Undefined where a change stands in what the cells share: then nobody knows which one it belongs to. */
function together(group: readonly Cell[]): readonly Walked[] | undefined {
  const [first] = group;
  if (first === undefined || group.length === 1) return undefined;
  const [old, next] = (["old", "new"] as const).map((side) =>
    documentOf(first.version, whole(first.version, merged(group.map((cell) => cell[side])))),
  );
  if (old === undefined || next === undefined) return undefined;
  const found = group.map((cell) => ({ cell, changes: [] as Change[] }));
  for (const change of compareWire(old, next)) {
    const place = /^\/(?:paths\/~1|webhooks\/)p(\d+)/.exec((change.new ?? change.old)?.pointer ?? "")?.[1];
    const owner = place === undefined ? undefined : found[Number(place)];
    if (owner === undefined) return undefined;
    owner.changes.push(change);
  }
  return found;
}

function merged(documents: readonly JsonObject[]): JsonObject {
  const members = (section: string, name: (key: string, index: number) => string): JsonObject =>
    Object.fromEntries(
      documents.flatMap(({ [section]: items }, index): [string, Json][] =>
        isObject(items) ? Object.entries(items).map(([key, item]) => [name(key, index), item]) : [],
      ),
    );
  return {
    ...documents[0],
    paths: members("paths", (path, index) => `/p${index}${path}`),
    webhooks: members("webhooks", (name, index) => `p${index}${name}`),
  };
}
