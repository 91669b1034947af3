import { isJson, isObject, type JsonObject, type Operation, type SchemaUse, schemasOf } from "@facsimile/document";
import { type Path, partAt, useOf, withoutProperty, withPart } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import { jsonOf } from "../things/answer-shape.js";
import type { Id } from "../things/identify.js";
import { successOf } from "../things/success-of.js";
import type { Thing } from "../things/thing.js";
import { type HeaderLine, headerOf } from "../wire/exchange.js";
import type { StateContext } from "./context.js";
import { answerShape, bodyShape, type Shape, shown } from "./shape.js";
import type { Kept } from "./store.js";

/** What all bodies say of a thing. */
export function bodiesOf({ document }: StateContext, thing: Thing): SchemaUse {
  const operations = [thing.create?.operation, ...thing.changes].flatMap((one) => one ?? []);
  return operations.flatMap((one) => bodyShape(document.json, one, answerShape(document.json, one, thing)).use);
}

/** What an answer shows of a thing. What the example fills in is known of it from then on. */
export function showThing(
  context: StateContext,
  thing: Thing,
  { use, identifier }: Omit<Shape, "path">,
  kept: Kept,
  example: JsonObject,
): JsonObject {
  const document = context.document.json;
  // What is shown of an object is one, and all in it was JSON.
  const value = shown(
    { document, use, sent: bodiesOf(context, thing), filled: kept.filled },
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
  kept: Kept,
  answered: Answered,
): Answered {
  const frame = frameOf(answered);
  const shape = answerShape(context.document.json, operation, thing);
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

/** The objects of an answer that are of memory, and the example that they took the place of. */
export interface ShownPlace {
  readonly path: Path;
  /** Whether there is a list of them at the path. */
  readonly isList: boolean;
  readonly frame: unknown;
  readonly example: JsonObject;
}

/**
 * The answer with the example's value for each property that was sent and that the answer cannot have. What is wrong with the example too is left: it is
 * the document that is wrong there.
 */
export function fitting({ validator }: StateContext, operation: Operation, body: unknown, place: ShownPlace): unknown {
  const schema = successOf(operation)?.content.find(({ name }) => isJson(name))?.schema;
  if (schema === undefined) return body;
  const wrong = wrongProperties(validator, schema.pointer, body, place);
  if (wrong.length === 0) return body;
  const before = wrongProperties(validator, schema.pointer, place.frame, place).map(({ name }) => name);
  return wrong
    .filter(({ name }) => !before.includes(name))
    .reduce(
      (result, { owner, name }) =>
        Object.hasOwn(place.example, name)
          ? withPart(result, [...owner, name], place.example[name])
          : withoutProperty(result, owner, name),
      body,
    );
}

interface Property {
  readonly owner: Path;
  readonly name: string;
}

function wrongProperties(
  validator: StateContext["validator"],
  pointer: string,
  body: unknown,
  { path, isList }: ShownPlace,
): readonly Property[] {
  const found = new Map<string, Property>();
  for (const { at } of errorsOf(validator, pointer, body)) {
    const way = at.split("/").slice(1).map(unescaped);
    const index = way[path.length];
    const owner = isList && index !== undefined ? [...path, Number(index)] : path;
    const name = way[owner.length];
    const part = partAt(body, owner);
    if (name === undefined || !path.every((step, place) => String(step) === way[place])) continue;
    if (isObject(part) && Object.hasOwn(part, name))
      found.set(way.slice(0, owner.length + 1).join("/"), { owner, name });
  }
  return [...found.values()];
}

/** A schema that cannot be compiled refuses nothing. */
function errorsOf(
  validator: StateContext["validator"],
  pointer: string,
  body: unknown,
): readonly { readonly at: string }[] {
  try {
    return validator().allows(pointer, "response", body);
  } catch {
    return [];
  }
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Whether null may stand in a property of a thing. */
export function takesNull(document: JsonObject, use: SchemaUse): boolean {
  return schemasOf(document).typesOf(use)?.includes("null") ?? true;
}

export function bodyUse(operation: Operation): SchemaUse {
  return useOf(operation.requestBody?.content[0]?.schema);
}
