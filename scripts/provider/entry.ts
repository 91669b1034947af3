import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { configuration, type DocumentBench, type Order, packageFolder, specFile } from "./workbench.js";

/** Writes the entry of a document of others into the configuration, which says where it is published; one that is there stays. Resolves to what was done, in words. */
export async function writeEntry(bench: DocumentBench): Promise<string> {
  const file = path.join(bench.into, configuration);
  const before = existsSync(file) ? await readFile(file, "utf8") : firstLines;
  if (hasEntry(before, bench)) return `its entry in ${configuration} stays`;
  const entry = entryOf(bench);
  if (!/^documents:[ \t]*\n(?:[ \t#-].*\n|\n)*$/m.test(before))
    throw new Error(`${configuration}: "documents" is not its last member: add the entry by hand.\n${entry}`);
  await writeFile(file, `${before}${entry}`);
  return `its entry is in ${configuration}`;
}

/** Whether a configuration names the document of a provider. */
export function hasEntry(text: string, order: Pick<Order, "name">): boolean {
  return text
    .split("\n")
    .some((line) => /^ *- document: (\S+)$/.exec(line)?.[1] === `specs/${order.name}/openapi.yaml`);
}

const firstLines = "# yaml-language-server: $schema=packages/facsimile/config.schema.json\ndocuments:\n";

/** As `npm run generate` makes the package. An address with a query stays out of it, for that may have a key. */
function entryOf(bench: DocumentBench): string {
  const { document } = bench;
  const from = typeof document === "string" || document.search !== "" ? [] : [`from: ${JSON.stringify(document.href)}`];
  const members = [
    `document: ${specFile(bench, "openapi.yaml")}`,
    ...from,
    `out: ${packageFolder(bench)}`,
    `name: "@facsimile/${bench.name}"`,
    "raw: true",
    "schemas: true",
    "carry: true",
  ];
  return members.map((line, index) => `${index === 0 ? "  - " : "    "}${line}\n`).join("");
}
