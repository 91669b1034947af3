import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, type JsonObject, loadDocument } from "@facsimile/document";

/** A document of a pair, read from a file of that name in a folder. */
export async function loadPair(folder: string, name: string, json: JsonObject): Promise<Document> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(json));
  const { document } = await loadDocument(path);
  if (document === undefined) throw new Error(`${name} cannot be loaded.`);
  return document;
}
