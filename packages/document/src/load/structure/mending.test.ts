import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../../test/documents.js";
import { pointersOf, replaceAt, rich } from "../../../test/rich-document.js";
import { buildModel } from "../../model/build.js";
import type { Json, LoadResult } from "../document.js";
import { loadDocument } from "../load.js";

const values: readonly Json[] = [null, true, 3, "text", [], {}, [null], ["text"], [{}], { a: null }, { a: {} }];

/** What is left after mending may still be wrong for other reasons, such as a reference. */
const ofStructure =
  /^(?:structure-(?!member-unknown)|schema-(?!keyword-)|schema-keyword-invalid|info-|response-invalid|[a-z-]+-invalid$)/;

async function loadJson(folder: string, json: Json): Promise<LoadResult> {
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(json));
  return loadDocument(file);
}

/** Faults that cost the whole document. */
const refused = new Set<string>();

/** Each place is tried with every second value, and each value in every second place. */
test.each(values.map((value, index) => [JSON.stringify(value), value, index] as const))(
  "a document with %s in any place is mended once and for all",
  { timeout: 120_000 },
  async (_, value, index) => {
    const folder = await writeFiles({});
    for (const pointer of pointersOf(rich).filter((__, place) => (place + index) % 2 === 0)) {
      const { document, diagnostics } = await loadJson(folder, replaceAt(rich, pointer, value));
      for (const { severity, code } of diagnostics) if (severity === "error") refused.add(code);
      if (document === undefined) continue;
      const again = await loadJson(folder, document.json);
      const left = again.diagnostics.filter(({ code }) => ofStructure.test(code));
      expect(left.map(({ message }) => `${pointer}: ${message}`)).toEqual([]);
      expect(again.document?.json).toEqual(document.json);
      expect(() => buildModel(document)).not.toThrow();
    }
  },
);

test("hardly anything costs the whole document", () => {
  expect([...refused].filter((code) => !code.startsWith("reference-")).sort()).toEqual([
    "document-not-object",
    "openapi-version",
  ]);
});
