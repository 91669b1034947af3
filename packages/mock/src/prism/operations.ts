import { isObject, type JsonObject, resolveValue, sentPath } from "@facsimile/document";
import { setBodySchemasAside } from "./body-schemas.js";
import { candidatesOf } from "./candidates.js";
import { withDraft } from "./dialect.js";
import { stateFormLists } from "./form-lists.js";
import { inertPath, nameInertly } from "./inert-names.js";
import type { PrismModules } from "./modules.js";
import { laterOperations, outlineOf, type PartOf, type PartPlace, partsOf } from "./part-of.js";
import type { PrismOperation, PrismOperations } from "./prism-operation.js";
import { type SharedSchemas, sharedSchemas } from "./shared-schemas.js";
import { withoutChoice } from "./without-choice.js";

/** The operations of a document, each as Prism has it when it is first asked for: it reads some of them in seconds. */
export interface ReadOperations {
  /** All of them in the order of the document, with method, path as it is sent, but for the names in it, and servers alone: enough to find the one of a request. */
  readonly outline: PrismOperations;
  /** Those of the outline that a request to a path may be for, and never none. */
  candidates(path: string): PrismOperation[];
  /** Where an operation of the outline stands in the document. */
  placeOf(outlined: PrismOperation): PartPlace;
  readonly partOf: PartOf;
  /** Rejects where Prism cannot read it. */
  read(place: PartPlace): Promise<PrismOperation>;
  /** Lets it be read anew, for what was made of it may be half done. */
  forget(place: PartPlace): void;
}

/** What operations are read from. */
interface Source {
  readonly prism: PrismModules;
  readonly partOf: PartOf;
  readonly schemas: SharedSchemas;
}

/** Reads a document that has no references to other files. The document is left as it is. */
export async function readOperations(prism: PrismModules, document: JsonObject): Promise<ReadOperations> {
  const known = new Map<string, Promise<PrismOperation>>();
  const source: Source = { prism, partOf: partsOf(document), schemas: sharedSchemas() };
  const outline = [
    ...(await prism.getHttpOperationsFromSpec(structuredClone(outlineOf(document)))),
    ...(await laterOutline(source, document)),
  ];
  const places = new Map(outline.map((one) => [one, { path: one.path, method: one.method }]));
  for (const one of outline) one.path = inertPath(sentPath(one.path));
  return {
    outline,
    candidates: candidatesOf(outline),
    placeOf: (outlined) => places.get(outlined) ?? outlined,
    partOf: source.partOf,
    forget(place) {
      known.delete(keyOf(place));
      source.schemas.library.compilers.clear();
    },
    read({ path, method }) {
      const key = keyOf({ path, method });
      const read = known.get(key) ?? readOne(source, { path, method });
      known.set(key, read);
      return read;
    },
  };
}

function keyOf({ path, method }: PartPlace): string {
  return `${method} ${path}`;
}

/** The outline of operations whose methods Prism does not know: each is read as a POST. */
async function laterOutline({ prism, partOf }: Source, document: JsonObject): Promise<PrismOperations> {
  const { paths } = document;
  const places = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
    [...laterOperations(resolveValue(document, item)).keys()].map((method): PartPlace => ({ path, method })),
  );
  const found: PrismOperation[] = [];
  for (const place of places) {
    const [operation] = await prism.getHttpOperationsFromSpec(outlineOf(partOf(place)));
    if (operation !== undefined) found.push({ ...operation, method: place.method });
  }
  return found;
}

async function readOne({ prism, partOf, schemas }: Source, place: PartPlace): Promise<PrismOperation> {
  const { part, putBack } = setBodySchemasAside(partOf(place), place, schemas);
  const [operation] = await prism.getHttpOperationsFromSpec(withDraft(part));
  if (operation === undefined) throw new Error(`there is no ${place.method} of ${place.path}`);
  putBack(operation);
  stateFormLists(operation);
  mendParameters(operation);
  dropTypes(operation);
  operation.method = place.method;
  operation.path = inertPath(sentPath(place.path));
  nameInertly(operation);
  // Prism would send a request to each callback's URL: a mock server sends none.
  delete operation.callbacks;
  return operation;
}

/** What a document says of the header Content-Type of an answer does not count beside its media type (OpenAPI 3.1.1, 4.8.17.1). */
function dropTypes({ responses }: PrismOperation): void {
  for (const response of responses) {
    const { headers = [] } = response;
    Object.assign(response, { headers: headers.filter(({ name }) => name.toLowerCase() !== "content-type") });
  }
}

function mendParameters({ request }: PrismOperation): void {
  const { path = [], query = [], headers = [] } = request ?? {};
  // Prism takes a style that does not say so for one that is not exploded; `form` is (OpenAPI 3.1.1, 4.8.12.2.2).
  for (const parameter of query) parameter.explode ??= parameter.style === "form";
  for (const parameter of [...path, ...query, ...headers])
    Object.assign(parameter, { schema: withoutChoice(parameter.schema) });
}
