import { isObject, type JsonObject, type Operation, type SchemaUse, schemasOf } from "@facsimile/document";
import { flatten, type Path, useOf } from "@facsimile/samples";
import { answerUse, thingPlace } from "../things/answer-shape.js";
import type { Thing } from "../things/thing.js";

/** Where and how an operation shows one thing, or takes it. */
export interface Shape {
  readonly path: Path;
  readonly use: SchemaUse;
  /** The property that identifies it; undefined where none of its properties does. */
  readonly identifier: string | undefined;
}

/** How the success of an operation shows a thing: the object in it that has an identifier, or else the whole answer. */
export function answerShape(document: JsonObject, operation: Operation, thing: Thing): Shape {
  const use = answerUse(operation);
  return thingPlace(document, use, thing.names) ?? { path: [], use, identifier: undefined };
}

/** How the body of an operation has a thing: in the same properties that the answer wraps it in, as far as the body declares them. */
export function bodyShape(document: JsonObject, operation: Operation, answer: Shape): Shape {
  let use = useOf(operation.requestBody?.content[0]?.schema);
  const path: (string | number)[] = [];
  for (const step of answer.path) {
    const inner = use.length === 0 ? undefined : flatten(document, use).properties.get(String(step));
    if (inner === undefined || schemasOf(document).typesOf(inner)?.includes("object") !== true) break;
    use = inner;
    path.push(step);
  }
  return { path, use, identifier: undefined };
}

/** How a thing is shown, from what is known of it. */
export interface Showing {
  readonly document: JsonObject;
  /** What the answer says of it. */
  readonly use: SchemaUse;
  /** What bodies say of it: what they declare and nobody sends is not there. */
  readonly sent: SchemaUse;
  /** Properties that are shown where the answer declares them alone: nobody sent them. */
  readonly filled?: ReadonlySet<string>;
}

/**
 * What an answer shows of a value that is known. What the answer declares and no body does is the server's to fill in, and what it requires has to be
 * there: both are taken from the example. What a body declares and the answer does not is not shown, and what is for writing never is.
 */
export function shown({ document, use, sent, filled }: Showing, value: unknown, example: unknown): unknown {
  if (Array.isArray(value)) {
    const [first] = Array.isArray(example) ? example : [];
    const inner = { document, use: itemsOf(document, use), sent: itemsOf(document, sent) };
    return value.map((item) => shown(inner, item, isObject(item) ? first : undefined));
  }
  // What is sent as one is shown as a list of one, where the answer has lists alone.
  if (!isObject(value) && isListAlone(document, use)) return value === null ? value : [value];
  if (!isObject(value)) return value;
  const model = isObject(example) ? example : {};
  const answer = viewOf(document, use);
  const body = viewOf(document, sent);
  const declared = answer.properties.size > 0 ? [...answer.properties.keys()] : Object.keys(model);
  const extra = Object.keys(value).filter(
    (name) => !declared.includes(name) && !body.properties.has(name) && filled?.has(name) !== true,
  );
  const isClosed = answer.properties.size > 0 && answer.isClosed;
  const isOpen = answer.properties.size === 0 && declared.length === 0;
  const names = [...declared, ...(isClosed ? [] : extra), ...(isOpen ? Object.keys(value) : [])];
  const entries = [...new Set(names)].flatMap((name): [string, unknown][] => {
    const [inAnswer, inBody] = [answer.properties.get(name) ?? [], body.properties.get(name) ?? []];
    if (isWriteOnly(document, inAnswer) || isWriteOnly(document, inBody)) return [];
    if (Object.hasOwn(value, name))
      return [[name, shown({ document, use: inAnswer, sent: inBody }, value[name], model[name])]];
    const isFilled = !body.properties.has(name) || answer.required.has(name);
    return isFilled && Object.hasOwn(model, name) ? [[name, model[name]]] : [];
  });
  return Object.fromEntries(entries);
}

/** What a body sends without what only servers may say, and with the defaults of what it leaves out. */
export function taken(document: JsonObject, sent: SchemaUse, answer: SchemaUse, value: JsonObject): JsonObject {
  const [body, view] = [viewOf(document, sent), viewOf(document, answer)];
  const isReadOnly = (name: string): boolean =>
    [body, view].some(
      ({ properties }) => properties.has(name) && viewOf(document, properties.get(name) ?? []).readOnly,
    );
  const kept = Object.entries(value).filter(([name]) => !isReadOnly(name));
  return Object.fromEntries(kept);
}

/** The defaults that a body states for its properties. */
export function defaultsOf(document: JsonObject, sent: SchemaUse): JsonObject {
  const entries = [...viewOf(document, sent).properties].flatMap(([name, use]) => {
    const stated = viewOf(document, use).parts.find(({ keywords }) => keywords.default !== undefined);
    return stated === undefined ? [] : [[name, stated.keywords.default] as const];
  });
  // A default that was found is JSON.
  return Object.fromEntries(entries) as JsonObject;
}

function isListAlone(document: JsonObject, use: SchemaUse): boolean {
  const types = use.length === 0 ? undefined : schemasOf(document).typesOf(use);
  return types?.includes("array") === true && types.every((type) => type === "array" || type === "null");
}

function isWriteOnly(document: JsonObject, use: SchemaUse): boolean {
  return use.length > 0 && flatten(document, use).writeOnly;
}

function itemsOf(document: JsonObject, use: SchemaUse): SchemaUse {
  return use.length === 0 ? [] : flatten(document, use).items;
}

type View = Pick<ReturnType<typeof flatten>, "properties" | "required" | "isClosed" | "readOnly" | "parts">;

const nothing: View = { properties: new Map(), required: new Map(), isClosed: false, readOnly: false, parts: [] };

function viewOf(document: JsonObject, use: SchemaUse): View {
  return use.length === 0 ? nothing : flatten(document, use);
}
