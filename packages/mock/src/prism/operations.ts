import type { JsonObject } from "@facsimile/document";
import type { PrismHttpInstance } from "@stoplight/prism-http";
import type { PrismModules } from "./modules.js";

/** The operations of a document as Prism has them. */
export type PrismOperations = Parameters<PrismHttpInstance["request"]>[1];

const draft2020 = "https://json-schema.org/draft/2020-12/schema";

/** Reads a document that has no references to other files. The document is left as it is. */
export async function readOperations(prism: PrismModules, document: JsonObject): Promise<PrismOperations> {
  const operations = await prism.getHttpOperationsFromSpec(withDialect(structuredClone(document)));
  for (const operation of operations) {
    // Prism would send a request to each callback's URL: a mock server sends none.
    delete operation.callbacks;
    // Prism takes a style that does not say so for one that is not exploded; `form` is (OpenAPI 3.1.1, 4.8.12.2.2).
    for (const parameter of operation.request?.query ?? []) parameter.explode ??= parameter.style === "form";
  }
  return operations;
}

/**
 * Prism validates OpenAPI 3.1 as draft-07 unless the document names the draft itself, and does not know the name of OpenAPI's own dialect,
 * which is 2020-12 with annotations (OpenAPI 3.1.1, 4.8.24).
 */
function withDialect(document: JsonObject): object {
  if (!String(document.openapi).startsWith("3.1")) return document;
  const stated = document.jsonSchemaDialect;
  const isOpenApis = stated === undefined || String(stated).startsWith("https://spec.openapis.org/oas/3.1/");
  return isOpenApis ? { ...document, jsonSchemaDialect: draft2020 } : document;
}
