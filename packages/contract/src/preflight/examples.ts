import {
  child,
  type Direction,
  type Document,
  isObject,
  type Json,
  type MediaType,
  type OperationObject,
  valueAt,
} from "@facsimile/document";
import { type NamedExample, ownExamples, type SchemaError, type Validator } from "@facsimile/samples";
import { type ExamplePlace, judgedExamples } from "../cases/fitting-examples.js";

interface Found {
  readonly pointer: string;
  /** The key in `examples`. */
  readonly example?: string | undefined;
  readonly message: string;
}

/**
 * The examples that do not fit: those of parameters, bodies and headers, and those that components give for themselves.
 *
 * @param received - what the API sends by itself: directions turn
 */
export function exampleFindings(
  document: Document,
  operations: readonly OperationObject[],
  received: readonly OperationObject[],
  components: readonly string[],
  validator: Validator,
): readonly Found[] {
  const context = { document: document.json, validator };
  const used = [...operations.flatMap(placesOf), ...received.flatMap(placesOf).map(turned)];
  return [
    ...used.flatMap((place) =>
      judgedExamples(context, place).faulty.flatMap((example) => usedFindings(validator, place, example)),
    ),
    ...components.flatMap((name) => componentFindings(document, validator, child("/components/schemas", name))),
  ];
}

function turned(place: ExamplePlace): ExamplePlace {
  return { ...place, direction: place.direction === "request" ? "response" : "request" };
}

function placesOf({ parameters, requestBody, responses }: OperationObject): ExamplePlace[] {
  const bodies = (content: readonly MediaType[], direction: Direction): ExamplePlace[] =>
    content.map(({ name, pointer, schema, stream }) => {
      // Of a stream, the schema says what an item is.
      return { pointer, schema: stream === undefined ? schema : undefined, direction, mediaType: name };
    });
  return [
    ...parameters.map(({ pointer, schema }) => ({ pointer, schema, direction: "request" as const })),
    ...bodies(requestBody?.content ?? [], "request"),
    ...responses.flatMap(({ content }) => bodies(content, "response")),
    // The schema of a header stands directly in it.
    ...responses.flatMap(({ headers }) =>
      headers.map(({ schema }) => ({
        pointer: schema.pointer.replace(/\/schema$/, ""),
        schema,
        direction: "response" as const,
      })),
    ),
  ];
}

function usedFindings(
  validator: Validator,
  { pointer, schema, direction }: ExamplePlace,
  { name, value }: NamedExample,
): Found[] {
  if (schema === undefined) return [];
  const errors = tryCheck(validator, schema.pointer, direction, value);
  if (errors.length > 0) return [{ pointer, example: name, message: describe(name, value, errors) }];
  // It fits, and has a `$ref` in it: of text, where a schema has a property of that name.
  const isDeclared = tryCheck(validator, schema.pointer, direction, withOtherReferences(value)).length > 0;
  const message = `${titleOf(name)} has a $ref in its value, where a reference is text`;
  return isDeclared ? [] : [{ pointer, example: name, message }];
}

/** A value with what is no text in each `$ref`, which a schema refuses that says something of it. */
function withOtherReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(withOtherReferences);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).map(([key, part]) => [key, withOtherReferences(part)] as const);
  return { ...Object.fromEntries(kept), ...(typeof value.$ref === "string" && { $ref: false }) };
}

/** A component's own examples belong to no direction: they have to fit in one of both. */
function componentFindings(document: Document, validator: Validator, pointer: string): Found[] {
  const schema = valueAt(document.json, pointer);
  if (!isObject(schema)) return [];
  return ownExamples(schema).flatMap((value) => {
    const asResponse = tryCheck(validator, pointer, "response", value);
    return asResponse.length === 0 || tryCheck(validator, pointer, "request", value).length === 0
      ? []
      : [{ pointer, message: describe(undefined, value, asResponse) }];
  });
}

/** A schema that cannot be compiled is found elsewhere. */
function tryCheck(validator: Validator, schema: string, direction: Direction, value: unknown): readonly SchemaError[] {
  try {
    return validator.allows(schema, direction, value);
  } catch {
    return [];
  }
}

/** What is wrong with an example, in one sentence: where a reference stands in its place, that is what is wrong there, whatever it lacks. */
function describe(name: string | undefined, value: Json, errors: readonly SchemaError[]): string {
  const first = errors.find(({ at }) => isReference(value, at)) ?? errors[0];
  const at = first?.at ?? "";
  const place = at === "" ? "" : ` at ${at}`;
  const isText = isReference(value, at);
  const more = errors.length - (isText ? errors.filter((error) => error.at === at).length : 1);
  const rest = more === 0 ? "" : `, and ${more} more`;
  return isText
    ? `${titleOf(name)} is a $ref${place}, where a reference is text${rest}`
    : `${titleOf(name)} does not fit its schema${place}: ${first?.message}${rest}`;
}

function isReference(example: Json, at: string): boolean {
  const value = valueAt(example, at);
  return isObject(value) && typeof value.$ref === "string" && Object.keys(value).length === 1;
}

function titleOf(name: string | undefined): string {
  return name === undefined ? "The example" : `The example ${name}`;
}
