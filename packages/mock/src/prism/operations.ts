import { isObject, type JsonObject, resolveValue } from "@facsimile/document";
import type { PrismHttpInstance } from "@stoplight/prism-http";
import type { PrismModules } from "./modules.js";
import { laterOperations, outlineOf, type PartPlace, partOf } from "./part-of.js";

/** The operations of a document as Prism has them. */
export type PrismOperations = Parameters<PrismHttpInstance["request"]>[1];

export type PrismOperation = PrismOperations[number];

const draft2020 = "https://json-schema.org/draft/2020-12/schema";

/** The operations of a document, each as Prism has it when it is first asked for: it reads some of them in seconds. */
export interface ReadOperations {
  /** All of them in the order of the document, with method, path and servers alone: enough to find the one of a request. */
  readonly outline: PrismOperations;
  /** Rejects where Prism cannot read it. */
  read(place: PartPlace): Promise<PrismOperation>;
  /** Lets it be read anew, for what was made of it may be half done. */
  forget(place: PartPlace): void;
}

/** Reads a document that has no references to other files. The document is left as it is. */
export async function readOperations(prism: PrismModules, document: JsonObject): Promise<ReadOperations> {
  const known = new Map<string, Promise<PrismOperation>>();
  return {
    outline: [
      ...(await prism.getHttpOperationsFromSpec(structuredClone(outlineOf(document)))),
      ...(await laterOutline(prism, document)),
    ],
    forget: (place) => void known.delete(keyOf(place)),
    read({ path, method }) {
      const key = keyOf({ path, method });
      const read = known.get(key) ?? readOne(prism, document, { path, method });
      known.set(key, read);
      return read;
    },
  };
}

function keyOf({ path, method }: PartPlace): string {
  return `${method} ${path}`;
}

/** The outline of operations whose methods Prism does not know: each is read as a POST. */
async function laterOutline(prism: PrismModules, document: JsonObject): Promise<PrismOperations> {
  const { paths } = document;
  const places = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
    [...laterOperations(resolveValue(document, item)).keys()].map((method): PartPlace => ({ path, method })),
  );
  const found: PrismOperation[] = [];
  for (const place of places)
    found.push(await readOne(prism, outlineOf(partOf(document, place)), { ...place, method: "post" }));
  return found.map((operation, index) => ({ ...operation, method: places[index]?.method ?? operation.method }));
}

async function readOne(prism: PrismModules, document: JsonObject, place: PartPlace): Promise<PrismOperation> {
  const [operation] = await prism.getHttpOperationsFromSpec(withDialect(partOf(document, place)));
  if (operation === undefined) throw new Error(`there is no ${place.method} of ${place.path}`);
  operation.method = place.method;
  // Prism would send a request to each callback's URL: a mock server sends none.
  delete operation.callbacks;
  // Prism takes a style that does not say so for one that is not exploded; `form` is (OpenAPI 3.1.1, 4.8.12.2.2).
  for (const parameter of operation.request?.query ?? []) parameter.explode ??= parameter.style === "form";
  return operation;
}

/**
 * Prism validates OpenAPI 3.1 as draft-07 unless the document names the draft itself, and does not know the name of OpenAPI's own dialect,
 * which is 2020-12 with annotations (OpenAPI 3.1.1, 4.8.24).
 */
function withDialect(document: JsonObject): object {
  if (!String(document.openapi).startsWith("3.1")) return document;
  const stated = document.jsonSchemaDialect;
  const isOpenApis = stated === undefined || /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\//.test(String(stated));
  return isOpenApis ? { ...document, jsonSchemaDialect: draft2020 } : document;
}
