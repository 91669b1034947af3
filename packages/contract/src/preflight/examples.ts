import {
  child,
  type Direction,
  type Document,
  isObject,
  type MediaType,
  type OperationObject,
  valueAt,
} from "@facsimile/document";
import type { SchemaError, Validator } from "@facsimile/samples";
import { ownExamples } from "@facsimile/samples";
import { type ExamplePlace, judgedExamples } from "../cases/fitting-examples.js";

interface Found {
  readonly pointer: string;
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
      judgedExamples(context, place).faulty.flatMap(({ name, value }) =>
        place.schema === undefined
          ? []
          : describe(place.pointer, name, tryCheck(validator, place.schema.pointer, place.direction, value)),
      ),
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
    return validator.allows(schema, direction, value);
  } catch {
    return [];
  }
}

/** One finding, however much is wrong with an example. */
function describe(pointer: string, name: string | undefined, errors: readonly SchemaError[]): Found[] {
  const [first, ...more] = errors;
  const which = name === undefined ? "The example" : `The example ${name}`;
  if (first === undefined) return [{ pointer, message: `${which} has a $ref in its value, where a reference is text` }];
  const place = first.at === "" ? "" : ` at ${first.at}`;
  const rest = more.length === 0 ? "" : `, and ${more.length} more`;
  return [{ pointer, message: `${which} does not fit its schema${place}: ${first.message}${rest}` }];
}
