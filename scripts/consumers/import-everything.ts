import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";

/** A program that imports every entry of packages, by their folder under packages, and refuses to go on when one exports nothing. */
export function importEverything(folders: readonly string[]): string {
  const entries = folders.flatMap(entriesOf);
  const imports = entries.map((entry, index) => `import * as entry${index} from ${JSON.stringify(entry)};`);
  // What has types alone exports nothing when it runs.
  const list = entries.flatMap((entry, index) => (entry.endsWith("/schemas") ? [] : [`entry${index}`])).join(", ");
  const check = `for (const entry of [${list}]) {
  if (Object.keys(entry).length === 0) throw new Error("an entry exports nothing");
}`;
  return [...imports, check, ""].join("\n");
}

/** As they are imported: the package's name, and its subpaths. */
function entriesOf(folder: string): string[] {
  // Written by the generator: every entry is a module, but for the manifest and the document.
  const { name, exports } = JSON.parse(readFileSync(path.join(root, "packages", folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, unknown>>;
  };
  const subpaths = Object.keys(exports).filter((subpath) => !subpath.endsWith(".json"));
  return subpaths.map((subpath) => name + subpath.slice(1));
}
