import path from "node:path";
import { emitReference } from "@facsimile/codegen";
import { exampleRequests } from "@facsimile/contract";
import { readDocument } from "@facsimile/mock";
import { root, specOf } from "../repository.js";
import { type Page, toPage } from "./page.js";
import { providerNames } from "./read-docs.js";

/** The reference of each provider, as `facsimile reference` writes it. */
export async function makeReferences(): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const [provider, packageName] of providerNames()) {
    const { document, api } = await readDocument(path.join(root, specOf(provider)));
    const files = await emitReference(api, document, { packageName, requests: exampleRequests(document, api) });
    for (const file of files) {
      const to = `reference/${provider}/${file.path.replace(/(^|\/)README\.md$/, "$1index.md")}`;
      pages.push(toPage(to, undefined, file.text));
    }
  }
  return pages;
}
