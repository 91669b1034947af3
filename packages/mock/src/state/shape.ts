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
    const inner = use.length === 0 ? undefined : viewOf(document, use).properties.get(String(step));
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
export function shown(showing: Showing, value: unknown, example: unknown): unknown {
  const { document, use, sent } = showing;
  if (Array.isArray(value)) {
    const [first] = Array.isArray(example) ? example : [];
    const inner = { document, use: viewOf(document, use).items, sent: viewOf(document, sent).items };
    return value.map((item) => shown(inner, item, isObject(item) ? first : undefined));
  }
  if (isObject(value)) return shownObject(showing, value, isObject(example) ? example : {});
  // What is sent as one is shown as a list of one, where the answer has lists alone.
  return value !== null && isListAlone(document, use) ? [value] : value;
}

function shownObject(showing: Showing, value: JsonObject, model: JsonObject): JsonObject {
  const { document, use, sent } = showing;
  const [answer, body] = [viewOf(document, use), viewOf(document, sent)];
  const entries = namesToShow(showing, value, model).flatMap((name): [string, unknown][] => {
    const [inAnswer, inBody] = [answer.properties.get(name) ?? [], body.properties.get(name) ?? []];
    if (viewOf(document, inAnswer).writeOnly || viewOf(document, inBody).writeOnly) return [];
    if (Object.hasOwn(value, name))
      return [[name, shown({ document, use: inAnswer, sent: inBody }, value[name], model[name])]];
    const isFilled = !body.properties.has(name) || answer.required.has(name);
    return isFilled && Object.hasOwn(model, name) ? [[name, model[name]]] : [];
  });
  // What is shown of JSON is JSON.
  return Object.fromEntries(entries) as JsonObject;
}

/** The properties that an answer may have: those that it declares, or else its example, and those that nobody declares, where it lets them through. */
function namesToShow({ document, use, sent, filled }: Showing, value: JsonObject, model: JsonObject): string[] {
  const [answer, body] = [viewOf(document, use), viewOf(document, sent)];
  const declared = answer.properties.size > 0 ? [...answer.properties.keys()] : Object.keys(model);
  if (declared.length === 0) return Object.keys(value);
  if (answer.properties.size > 0 && answer.isClosed) return declared;
  const extra = Object.keys(value).filter((name) => !body.properties.has(name) && filled?.has(name) !== true);
  return [...new Set([...declared, ...extra])];
}

/** What a body sends without what only servers may say. */
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

type View = Pick<
  ReturnType<typeof flatten>,
  "properties" | "required" | "isClosed" | "readOnly" | "writeOnly" | "items" | "parts"
>;

const nothing: View = {
  properties: new Map(),
  required: new Map(),
  isClosed: false,
  readOnly: false,
  writeOnly: false,
  items: [],
  parts: [],
};

/** What schemas mean; nothing where there are none. */
export const viewOf: (document: JsonObject, use: SchemaUse) => View = once((document, use) =>
  use.length === 0 ? nothing : flatten(document, use),
);

const isListAlone = once((document, use): boolean => {
  const types = use.length === 0 ? undefined : schemasOf(document).typesOf(use);
  return types?.includes("array") === true && types.every((type) => type === "array" || type === "null");
});

/** What is found of a use, found once: the things of a list have the same ones. */
function once<Found>(
  find: (document: JsonObject, use: SchemaUse) => Found,
): (document: JsonObject, use: SchemaUse) => Found {
  const known = new WeakMap<SchemaUse, { readonly found: Found }>();
  return (document, use) => {
    const one = known.get(use) ?? { found: find(document, use) };
    known.set(use, one);
    return one.found;
  };
}
