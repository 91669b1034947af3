import {
  isJson,
  isObject,
  type Json,
  type MediaType,
  type Operation,
  type Response,
  responseFor,
  type Schema,
} from "@facsimile/document";
import { makeValue, type SchemaError } from "@facsimile/samples";
import { complete } from "./complete.js";
import { type Description, placeOf } from "./description.js";
import { MockError } from "./mock-error.js";

/** A body of a response, and its media type. */
export interface MadeBody {
  readonly contentType: string | undefined;
  readonly value: unknown;
}

/** @throws MockError for a status that the operation does not state. */
export function responseOf(description: Description, operation: Operation, status: number): Response {
  const found = responseFor(operation.responses, status);
  if (found) return found;
  const stated = operation.responses.map((one) => one.status).join(", ");
  throw new MockError(
    `${operation.id} states no response ${status}, only ${stated} (${placeOf(description, operation.pointer)})`,
  );
}

/**
 * The body of a response: what is given, with the required properties that it has not; where nothing is given, one that is made up.
 *
 * @throws MockError for one that the document does not allow.
 */
export function bodyOf(description: Description, operation: Operation, status: number, given: unknown): MadeBody {
  const { content, pointer } = responseOf(description, operation, status);
  const mediaType = content.find(({ name }) => isJson(name)) ?? content[0];
  const where = `the body of ${operation.id} ${status}`;
  if (mediaType === undefined) {
    if (given === undefined) return { contentType: undefined, value: undefined };
    throw new MockError(`${where}: the document states none (${placeOf(description, pointer)})`);
  }
  return { contentType: mediaType.name, value: valueFor(description, mediaType, given, where) };
}

function valueFor(description: Description, { name, schema }: MediaType, given: unknown, where: string): unknown {
  if (schema === undefined || !isJson(name)) return given ?? "";
  return given === undefined ? made(description, schema, "maximal", where) : fitting(description, schema, given, where);
}

/** A value of a schema. @throws MockError where none is found. */
export function made(
  { document, validator }: Description,
  schema: Schema,
  size: "minimal" | "maximal",
  where: string,
): Json {
  for (const one of [size, "minimal"] as const) {
    const found = makeValue(document.json, validator, schema, { direction: "response", size: one });
    if (found.kind === "made") return found.value;
    if (one === "minimal") throw new MockError(`${where}: ${found.reason}; give one`);
  }
  throw new MockError(`${where}: no value is found; give one`);
}

/** A value that is completed. @throws MockError where it does not fit its schema. */
export function fitting(description: Description, schema: Schema, given: unknown, where: string): unknown {
  const check = (value: unknown): readonly SchemaError[] =>
    description.validator.check(schema.pointer, "response", value);
  const { value, errors } = complete(description.document.json, plain(given), check);
  if (errors.length === 0) return value;
  throw new MockError(`${where}: ${showErrors(errors)} (${placeOf(description, schema.pointer)})`);
}

/** What a message has of errors: the first five. */
export function showErrors(errors: readonly SchemaError[]): string {
  return errors
    .slice(0, 5)
    .map(({ at, message }) => `${at === "" ? "it" : at} ${message}`)
    .join("; ");
}

/** As JSON has it: without members that are undefined. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
}
