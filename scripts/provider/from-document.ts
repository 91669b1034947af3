import path from "node:path";
import { step } from "../progress.js";
import { facsimile, must } from "./command.js";
import { configuration, packageOptions, specFile } from "./places.js";
import type { Way } from "./way.js";
import type { DocumentOrder, Workbench } from "./workbench.js";

/** A provider of an OpenAPI document: a copy, byte for byte, and an entry of it in the configuration, as `facsimile add` makes them in any repository. */
export const fromDocument: Way<DocumentOrder> = {
  files: (order) => [specFile(order, "openapi.yaml"), configuration],
  given: ({ document }) => `the document ${shown(document)}`,
  document: async (bench) => {
    await step("add the document to the configuration", () => addDocument(bench));
    return [];
  },
  rest: async () => `its entry is in ${configuration}`,
};

/** A query may have a key in it. */
function shown(document: URL | string): string {
  if (typeof document === "string") return path.relative(process.cwd(), document);
  return `${document.origin}${document.pathname}`;
}

async function addDocument(bench: DocumentOrder & Workbench): Promise<void> {
  const { document } = bench;
  const text = typeof document === "string" ? document : document.href;
  const copy = ["--to", specFile(bench, "openapi.yaml")];
  must(await facsimile(["add", text, ...copy, ...packageOptions(bench)], bench.folder));
}
