import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { loadDocument } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import type { Named } from "./types/combine.js";
import { type Difference, differencesOf } from "./types/oracle.js";

/** openapi-typescript decides what it decides: docs/types-differences.md has every difference, with its reason. */
const list = join(import.meta.dirname, "../../../docs/types-differences.md");
/** Documents outside of the repository, by `npm run types:oracle -- --documents <folder>`: their differences are printed. */
const others = process.env.FACSIMILE_ORACLE_DOCUMENTS;

function documentsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

async function load(files: readonly string[], root: string): Promise<ReadonlyMap<string, readonly Named[]>> {
  const byVersion = new Map<string, Named[]>([
    ["3.0", []],
    ["3.1", []],
  ]);
  for (const file of files) {
    const { document } = await loadDocument(file);
    if (document !== undefined) byVersion.get(document.dialect)?.push([relative(root, file), document]);
  }
  return byVersion;
}

async function differencesIn(files: readonly string[], root: string): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const [version, documents] of await load(files, root))
    if (documents.length > 0) found.push(...(await differencesOf(documents, `${version}.0`)));
  return found;
}

describe("the types of component schemas", () => {
  const files = ["golden", "corpus"].flatMap((name) => documentsBelow(join(import.meta.dirname, name)));

  it.skipIf(others !== undefined)(
    "are those of openapi-typescript, but for what the list says",
    async () => {
      const found = await differencesIn(files, import.meta.dirname);
      const rows = found.map(({ document, component, relation }) => `${document} ${component} ${relation}`);
      expect(rows.sort()).toEqual([...listed()].sort());
    },
    600_000,
  );

  it.runIf(others !== undefined)(
    "differ in other documents",
    async () => {
      for (const file of documentsBelow(others ?? "")) {
        const found = await differencesIn([file], others ?? "");
        for (const one of found) console.log(described(one));
        console.log(`${relative(others ?? "", file)}: ${found.length}`);
      }
    },
    3_600_000,
  );
});

/** The rows of the list, without their reasons, each of which the list explains. */
function listed(): readonly string[] {
  const text = readFileSync(list, "utf8");
  const rows = text.matchAll(/^\| (\S+) \| (\S+) \| (narrower|wider|other|refused) \| \[(\S+)\]\(#\4\) \|$/gm);
  return [...rows].map(([, document, schema, relation, reason]) => {
    expect(text).toContain(`\n### ${reason}\n`);
    return `${document} ${schema} ${relation}`;
  });
}

function described({ document, component, relation, says, schema, ours, theirs }: Difference): string {
  return `## ${document} ${component}: ${relation}\n${says}\n${JSON.stringify(schema)}\n\nours:\n${ours}\n\ntheirs:\n${theirs}\n`;
}
