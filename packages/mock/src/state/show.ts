import { isJson, isObject, type JsonObject, type Operation, type SchemaUse, schemasOf } from "@facsimile/document";
import { partAt, useOf, withPart } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import { jsonOf } from "../things/answer-shape.js";
import type { Id } from "../things/identify.js";
import type { Thing } from "../things/thing.js";
import { type HeaderLine, headerOf } from "../wire/exchange.js";
import type { StateContext } from "./context.js";
import { fitting } from "./fitting.js";
import { type Shape, shown } from "./shape.js";
import type { Draft } from "./store.js";

/** What an answer shows of a thing. What the example fills in is known of it from then on. */
export function showThing(
  context: StateContext,
  thing: Thing,
  { use, identifier }: Omit<Shape, "path">,
  kept: Draft,
  example: JsonObject,
): JsonObject {
  const document = context.document.json;
  // What is shown of an object is one, and all in it was JSON.
  const value = shown(
    { document, use, sent: context.shapes.bodies(thing), filled: kept.filled },
    kept.value,
    example,
  ) as JsonObject;
  const named = identifier === undefined ? value : { ...value, [identifier]: asShown(kept.id, example[identifier]) };
  for (const name of Object.keys(named)) if (!Object.hasOwn(kept.value, name)) kept.filled.add(name);
  kept.value = { ...named, ...kept.value };
  return named;
}

/** An identifier in the type that the example has. */
export function asShown(id: Id, example: unknown): Id {
  if (typeof example === "string") return String(id);
  return typeof example === "number" && /^\d+$/.test(String(id)) ? Number(id) : id;
}

/** The answer to an operation about one thing, with that one in place of the example. Left alone where it shows none. */
export function answerWith(
  context: StateContext,
  operation: Operation,
  thing: Thing,
  kept: Draft,
  answered: Answered,
): Answered {
  const frame = frameOf(answered);
  const shape = context.shapes.answer(operation, thing);
  const example = partAt(frame, shape.path);
  if (!isObject(example)) return answered;
  const body = withPart(frame, shape.path, showThing(context, thing, shape, kept, example));
  const place = { path: shape.path, isList: false, frame, example };
  return withBody(answered, fitting(context, operation, body, place));
}

/** The JSON that an answer is; undefined where it is none. */
export function frameOf({ answer }: Answered): unknown {
  return isJson(headerOf(answer.headers, "content-type") ?? "") ? jsonOf(answer) : undefined;
}

/** The answer with another body, and with other headers besides. */
export function withBody({ answer, ...rest }: Answered, body: unknown, more: readonly HeaderLine[] = []): Answered {
  const other = new Set(["content-length", ...more.map(([name]) => name.toLowerCase())]);
  const headers = [...answer.headers.filter(([name]) => !other.has(name.toLowerCase())), ...more];
  return { ...rest, answer: { ...answer, headers, body: Buffer.from(JSON.stringify(body)) } };
}

/** Whether null may stand in a property of a thing. */
export function takesNull(document: JsonObject, use: SchemaUse): boolean {
  return schemasOf(document).typesOf(use)?.includes("null") ?? true;
}

export function bodyUse(operation: Operation): SchemaUse {
  return useOf(operation.requestBody?.content[0]?.schema);
}
