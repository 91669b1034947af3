import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { readText } from "@facsimile/document";
import { scanSource } from "./scan-source.js";
import { sourceForms } from "./source-forms.js";
import type { SourceName } from "./source-name.js";

/** The largest file of a source that is looked at, in bytes. */
const maximumSourceSize = 8 * 1024 * 1024;

/** Folders that hold the sources of others, or tests. */
const skipped = new Set(["node_modules", "vendor", "test", "tests", ".git", ".venv"]);

/** Finds the names on the wire in every file of an SDK's source below a folder. Links are not followed. Empty where there is no such folder. */
export async function loadSourceNames(folder: string): Promise<readonly SourceName[]> {
  const found: SourceName[] = [];
  const pending = [""];
  for (let inside = pending.pop(); inside !== undefined; inside = pending.pop()) {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) pending.push(name);
      if (!entry.isFile() || sourceForms[extname(entry.name)] === undefined) continue;
      const read = await readText(join(folder, name), maximumSourceSize);
      if ("text" in read) found.push(...scanSource({ file: name, text: read.text }));
    }
  }
  return found;
}
