import {
  type Api,
  bindSchema,
  type Direction,
  type Document,
  isObject,
  type JsonObject,
  modernSchema,
  schemasOf,
  splitPointer,
  valueAt,
} from "@facsimile/document";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { closed, closedInside } from "./closed.js";
import { schemaPointers } from "./schema-pointers.js";

/** One reason why a value does not fit. */
export interface SchemaError {
  /** JSON pointer in the value; `""` for the whole value. */
  readonly at: string;
  /** The JSON Schema keyword that refuses it. */
  readonly keyword: string;
  readonly message: string;
}

/** Holds values against the schemas of one document, by draft 2020-12 whatever the document's version is. */
export interface Validator {
  /** The errors of a value; in responses, properties that no schema declares are errors too. Throws where the schema cannot be compiled. */
  check(schemaPointer: string, direction: Direction, value: unknown): readonly SchemaError[];
}

/** Compiles each schema when it is first needed. */
export function createValidator(document: Document, api: Api): Validator {
  const ajv = newAjv();
  const compiled = new Map<string, ValidateFunction>();
  for (const direction of ["request", "response"] as const) ajv.addSchema(adapt(document, api, direction), direction);
  return {
    check(schemaPointer, direction, value) {
      const uri = `${direction}#${encodeURI(schemaPointer)}`;
      const validate = compiled.get(uri) ?? ajv.compile({ $ref: uri });
      compiled.set(uri, validate);
      return validate(value) ? [] : (validate.errors ?? []).map(toSchemaError);
    },
  };
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    logger: false,
    unicodeRegExp: true,
  });
  // The module's types say that its default export is the plugin; under Node's resolution it is a property of that.
  (ajvFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  return ajv;
}

/** A copy of the document whose schemas bind in one direction. Everything else stays where it is, so that references lead to it. */
function adapt(document: Document, api: Api, direction: Direction): JsonObject {
  const copy = structuredClone(document.json);
  const schemas = schemasOf(document.json);
  for (const { pointer, isComponent } of schemaPointers(api)) {
    const modern = modernSchema(valueAt(document.json, pointer), document.dialect);
    const bound = bindSchema(schemas, modern, direction);
    const close = isComponent ? closedInside : closed;
    replaceAt(copy, pointer, direction === "request" ? bound : close(schemas, bound));
  }
  return copy;
}

function replaceAt(document: JsonObject, pointer: string, schema: unknown): void {
  const cut = pointer.lastIndexOf("/");
  const parent = valueAt(document, pointer.slice(0, cut));
  const key = splitPointer(pointer).at(-1) ?? "";
  if (isObject(parent)) Object.assign(parent, { [key]: schema });
}

function toSchemaError(error: ErrorObject): SchemaError {
  const { instancePath, keyword, message, params } = error;
  const detail = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues;
  return {
    at: instancePath,
    keyword,
    message: `${message ?? keyword}${detail === undefined ? "" : `: ${JSON.stringify(detail)}`}`,
  };
}
