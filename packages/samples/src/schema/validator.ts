import { createHash } from "node:crypto";
import {
  type Api,
  type Direction,
  type Document,
  isObject,
  type Json,
  type JsonObject,
  schemasOf,
  valueAt,
} from "@facsimile/document";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { boundDocument, pointerIn } from "./bound-document.js";
import { closed, closedInside } from "./closed.js";
import { linearPattern } from "./linear-pattern.js";

/** One reason why a value does not fit. */
export interface SchemaError {
  /** JSON pointer in the value; `""` for the whole value. */
  readonly at: string;
  /** The JSON Schema keyword that refuses it. */
  readonly keyword: string;
  readonly message: string;
  /** What Ajv says besides, by keyword: `missingProperty`, `passingSchemas`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that has the keyword. */
  readonly schema: unknown;
}

/** Holds values against the schemas of one document, by draft 2020-12 whatever the document's version is. */
export interface Validator {
  /** The errors of a value; in responses, properties that no schema declares are errors too. Throws where the schema cannot be compiled. */
  check: Check;
  /** The errors of a value as the schemas say it: properties that nobody declares are none, unless a schema forbids them. */
  allows: Check;
}

/** Holds a value against the schema at a pointer. Throws where that cannot be compiled. */
export type Check = (schemaPointer: string, direction: Direction, value: unknown) => readonly SchemaError[];

/** Compiles each schema when it is first needed. */
export function createValidator(document: Document, api: Api): Validator {
  const schemas = schemasOf(document.json);
  const bound = (direction: Direction): JsonObject => boundDocument(document, api, direction, (schema) => schema);
  const open = checkerOf({ request: () => bound("request"), response: () => bound("response") });
  const closedOnes = checkerOf({
    request: () => bound("request"),
    response: () =>
      boundDocument(document, api, "response", (schema, { isComponent }) =>
        isComponent ? closedInside(schemas, schema) : closed(schemas, schema),
      ),
  });
  return {
    allows: open,
    check: (pointer, direction, value) =>
      direction === "request" ? open(pointer, direction, value) : withoutDoubt(closedOnes(pointer, direction, value)),
  };
}

/** Where something else is wrong in an object, what else it declares is not known to be declared: its properties are not told. */
function withoutDoubt(errors: readonly SchemaError[]): readonly SchemaError[] {
  const isOther = ({ keyword }: SchemaError): boolean => keyword !== "unevaluatedProperties";
  const doubtful = new Set(errors.filter(isOther).flatMap(({ at }) => placesOf(at)));
  return errors.filter((error) => isOther(error) || !doubtful.has(error.at));
}

/** A pointer, and those of everything around it. */
function placesOf(pointer: string): readonly string[] {
  const places = [pointer];
  for (let end = pointer.lastIndexOf("/"); end >= 0; end = end === 0 ? -1 : pointer.lastIndexOf("/", end - 1))
    places.push(pointer.slice(0, end));
  return places;
}

/** Holds values against documents whose schemas are draft 2020-12, one for each direction, read when they are first needed. */
export function checkerOf(documents: Readonly<Record<Direction, () => JsonObject>>): Check {
  const ajv = newAjv();
  const known = new Map<Direction, JsonObject>();
  const compiled = new Map<string, ValidateFunction | Error>();
  const compiledOf = (direction: Direction, schemaPointer: string): ValidateFunction | Error => {
    const document = known.get(direction) ?? documents[direction]();
    // The copy of an object is one.
    if (!known.has(direction)) ajv.addSchema(withoutIdentifiers(document) as JsonObject, direction);
    known.set(direction, document);
    const pointer = pointerIn(document, schemaPointer);
    const schema = valueAt(document, pointer);
    const equal = `${direction} ${digestOf(schema)}`;
    const validate =
      compiled.get(equal) ?? compile(ajv, `${direction}${referenceOf(schema) ?? `#${encodeURI(pointer)}`}`);
    compiled.set(equal, validate);
    return validate;
  };
  return (schemaPointer, direction, value) => {
    const place = `${direction}#${schemaPointer}`;
    const validate = compiled.get(place) ?? compiledOf(direction, schemaPointer);
    compiled.set(place, validate);
    if (validate instanceof Error) throw validate;
    return validate(value) ? [] : (validate.errors ?? []).map(toSchemaError);
  };
}

/** References lead from the document's root: schemas of the same words mean the same wherever they stand, and are compiled once. */
function digestOf(schema: Json | undefined): string {
  return createHash("sha256")
    .update(JSON.stringify(schema) ?? "")
    .digest("base64");
}

/** Of a schema that only refers to another one, the reference: what it leads to is compiled once. */
function referenceOf(schema: Json | undefined): string | undefined {
  if (!isObject(schema) || Object.keys(schema).length > 1) return undefined;
  const { $ref } = schema;
  return typeof $ref === "string" && $ref.startsWith("#") ? $ref : undefined;
}

/** Asked for by its name and not by a reference, what is compiled is found again where another schema refers to it. */
function compile(ajv: Ajv2020, uri: string): ValidateFunction | Error {
  try {
    return ajv.getSchema(uri) ?? new Error(`${uri} leads nowhere`);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * References lead to places of the document: what loading makes of it needs no names of schemas. Ajv would take a `$id` for one wherever it stands,
 * in an example too, and does not let two schemas have the same.
 */
function withoutIdentifiers(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(withoutIdentifiers);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, part]) => [key, part, withoutIdentifier(key, part)] as const);
  if (members.every(([, part, kept]) => kept?.[1] === part)) return value;
  return Object.fromEntries(members.flatMap(([, , kept]) => (kept === undefined ? [] : [kept])));
}

function withoutIdentifier(key: string, part: Json): readonly [string, Json] | undefined {
  if (typeof part === "string" && identifiers.has(key)) return undefined;
  // Ajv refuses to compile a list of no values, which no value is in.
  return key === "enum" && Array.isArray(part) && part.length === 0 ? ["not", {}] : [key, withoutIdentifiers(part)];
}

const identifiers: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicAnchor"]);

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    logger: false,
    unicodeRegExp: true,
    verbose: true,
    // Schemas that many refer to would be compiled in each of them again.
    inlineRefs: false,
    code: {
      regExp: Object.assign((source: string) => linearPattern(source), { code: "linearPattern" }),
      // Most of what is compiled is asked a few times: to make the code shorter takes longer than it saves.
      optimize: false,
      process: addingErrors,
    },
  });
  // The module's types say that its default export is the plugin; under Node's resolution it is a property of that.
  (ajvFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  return ajv;
}

/** Ajv copies all errors that there are for each further item of a list that has some, which takes time that grows with the square of the list. */
function addingErrors(code: string): string {
  return code.replace(/vErrors\.concat\(([^()]+)\)/g, "($1.forEach((error) => vErrors.push(error)), vErrors)");
}

function toSchemaError(error: ErrorObject): SchemaError {
  const { instancePath, keyword, message, params, parentSchema } = error;
  const detail = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues;
  return {
    at: instancePath,
    keyword,
    message: `${message ?? keyword}${detail === undefined ? "" : `: ${JSON.stringify(detail)}`}`,
    params,
    schema: parentSchema,
  };
}
