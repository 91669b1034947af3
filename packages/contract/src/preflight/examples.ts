import {
  type Api,
  child,
  type Direction,
  type Document,
  isObject,
  type MediaType,
  type Operation,
  valueAt,
} from "@facsimile/document";
import type { SchemaError, Validator } from "@facsimile/samples";
import { examplesAt, ownExamples } from "@facsimile/samples";

interface Found {
  readonly pointer: string;
  readonly message: string;
}

/** The examples that do not fit: those of parameters, bodies and headers, and those that components give for themselves. */
export function exampleFindings(document: Document, api: Api, validator: Validator): readonly Found[] {
  const used = api.operations.flatMap((operation) => placesOf(operation));
  return [
    ...used.flatMap(({ at, schema, direction }) =>
      examplesAt(document.json, at).flatMap(({ name, value }) =>
        describe(at, name, tryCheck(validator, schema, direction, value)),
      ),
    ),
    ...api.schemaNames.flatMap((name) => componentFindings(document, validator, child("/components/schemas", name))),
  ];
}

interface Place {
  readonly at: string;
  readonly schema: string;
  readonly direction: Direction;
}

function placesOf({ parameters, requestBody, responses }: Operation): Place[] {
  const bodies = (content: readonly MediaType[], direction: Direction): Place[] =>
    content.flatMap(({ pointer, schema }) =>
      schema === undefined ? [] : [{ at: pointer, schema: schema.pointer, direction }],
    );
  return [
    ...parameters.map(({ pointer, schema }) => ({
      at: pointer,
      schema: schema.pointer,
      direction: "request" as const,
    })),
    ...bodies(requestBody?.content ?? [], "request"),
    ...responses.flatMap(({ content }) => bodies(content, "response")),
    // The schema of a header stands directly in it.
    ...responses.flatMap(({ headers }) =>
      headers.map(({ schema }) => ({
        at: schema.pointer.replace(/\/schema$/, ""),
        schema: schema.pointer,
        direction: "response" as const,
      })),
    ),
  ];
}

/** A component's own examples belong to no direction: they have to fit in one of both. */
function componentFindings(document: Document, validator: Validator, pointer: string): Found[] {
  const schema = valueAt(document.json, pointer);
  if (!isObject(schema)) return [];
  return ownExamples(schema).flatMap((value) => {
    const asResponse = tryCheck(validator, pointer, "response", value);
    return asResponse.length === 0 || tryCheck(validator, pointer, "request", value).length === 0
      ? []
      : describe(pointer, undefined, asResponse);
  });
}

/** A schema that cannot be compiled is found elsewhere. */
function tryCheck(validator: Validator, schema: string, direction: Direction, value: unknown): readonly SchemaError[] {
  try {
    return validator.check(schema, direction, value);
  } catch {
    return [];
  }
}

function describe(pointer: string, name: string | undefined, errors: readonly SchemaError[]): Found[] {
  const which = name === undefined ? "The example" : `The example ${name}`;
  return errors.map(({ at, message }) => ({
    pointer,
    message: `${which} does not fit its schema${at === "" ? "" : ` at ${at}`}: ${message}`,
  }));
}
