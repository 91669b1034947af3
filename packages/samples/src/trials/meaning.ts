import {
  type Api,
  type Direction,
  type Document,
  Schemas,
  type SchemaUse,
  schemasOf,
  valueAt,
} from "@facsimile/document";
import { boundDocument, pointerIn } from "../schema/bound-document.js";
import { withDiscriminators } from "../schema/discriminators.js";
import { beyondTypes, pointerInTyped, typedSchema } from "../schema/typed.js";
import { checkerOf, type SchemaError } from "../schema/validator.js";
import { type Preferred, preferredValues } from "./preferred.js";

/** What the schemas of a document mean for values that travel in one direction. */
export interface Meaning {
  readonly direction: Direction;
  readonly schemas: Schemas;
  readonly preferred: Preferred;
  /** The schema at a pointer of the document. */
  use(pointer: string): SchemaUse;
  /** Why the schema at a pointer refuses a value, in a few words; undefined where it does not. */
  refusal(pointer: string, value: unknown): string | undefined;
  /** Whether the schema at a pointer refuses a value for a reason that a type can tell. */
  isWrongType(pointer: string, value: unknown): boolean;
}

export type Meanings = Readonly<Record<Direction, Meaning>>;

export function meaningsOf(document: Document, api: Api): Meanings {
  const written = schemasOf(document.json);
  const finish = (schema: unknown): unknown => withDiscriminators(written, schema);
  const documents = {
    request: boundDocument(document, api, "request", finish),
    response: boundDocument(document, api, "response", finish),
  };
  const check = checkerOf({ request: () => documents.request, response: () => documents.response });
  const told = (schema: unknown): unknown => typedSchema(finish(schema));
  const typedDocuments = {
    request: boundDocument(document, api, "request", told),
    response: boundDocument(document, api, "response", told),
  };
  const typed = checkerOf({ request: () => typedDocuments.request, response: () => typedDocuments.response });
  const preferred = preferredValues(written, document.json, api.schemaNames);
  const meaning = (direction: Direction): Meaning => ({
    direction,
    // Its schemas are modern ones, whatever the document says of itself.
    schemas: new Schemas(documents[direction], "3.1"),
    preferred,
    use: (pointer) => [
      { value: valueAt(documents[direction], pointerIn(documents[direction], pointer)) ?? true, pointer },
    ],
    isWrongType: (pointer, value) => {
      const place = pointerInTyped(typedDocuments[direction], pointerIn(typedDocuments[direction], pointer));
      return typed(place, direction, asJson(value)).length > 0;
    },
    refusal: (pointer, value) => refusalOf(() => check(pointer, direction, asJson(value))),
  });
  return { request: meaning("request"), response: meaning("response") };
}

/** The last error says what the others are reasons for. A schema that cannot be compiled refuses everything. */
function refusalOf(check: () => readonly SchemaError[]): string | undefined {
  try {
    const error = check().findLast(({ keyword }) => !beyondTypes.has(keyword));
    return error === undefined ? undefined : `${error.at === "" ? "" : `${error.at} `}${error.message}`;
  } catch (error) {
    return `the schema cannot be compiled: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** JSON Schema takes bytes for text. */
function asJson(value: unknown): unknown {
  if (value instanceof Blob) return "";
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asJson(part)]));
}
