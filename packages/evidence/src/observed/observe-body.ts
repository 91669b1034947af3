import type { SchemaError } from "@facsimile/samples";
import { child, valueAt } from "../spec/json.js";
import { contentOf, type Part } from "../spec/operations.js";
import { propertyPlaces, viewSchema } from "../spec/schema-view.js";
import { type Answer, confirmed, contradicted, missing } from "../verify/answer.js";
import { essenceOf, hasPlaceholder, isJsonType, parsedJson, valueIn } from "./body-values.js";
import type { ObservedBody } from "./exchange.js";
import type { Observing, Of } from "./observing.js";
import { schemaWords, shownPath, undeclared } from "./schema-words.js";

type Direction = "request" | "response";

/** Holds a body against a request body or a response: its media type, and its value where that is JSON. */
export function observeBody(observing: Observing, of: Of, part: Part, body: ObservedBody, direction: Direction): void {
  const content = contentOf(part);
  const type = body.type === undefined ? undefined : essenceOf(body.type);
  const typed = direction === "request" ? [...of.names, "body"] : of.names;
  const spoken = direction === "request" ? "request body" : "answer";
  if (content.length === 0) {
    const sized = body.text !== undefined && body.text.trim() !== "";
    if (sized)
      observing.found.add([...of.names, "body"], of.pointer, contradicted(part.at, `gives the ${spoken} no body`));
    return;
  }
  const fitting = content.find((one) => type !== undefined && fits(essenceOf(one.type), type));
  if (type !== undefined && type !== "") {
    const shown = observing.shown.mediaType(type);
    const answer =
      fitting === undefined
        ? missing(part.at, `does not have the ${spoken} as ${shown}`)
        : confirmed(fitting.pointer, part.at);
    observing.found.add([...typed, "content-type", shown], of.pointer, answer);
  }
  const only = type === undefined && content.length === 1 ? content[0] : undefined;
  const media = fitting ?? only;
  if (media === undefined || !isJsonType(type ?? essenceOf(media.type)) || body.text === undefined) return;
  const parsed = parsedJson(body.text);
  if (parsed === undefined) observing.counts.unreadable += 1;
  else
    observeValue(
      observing,
      { ...of, names: [...of.names, "body"] },
      child(media.pointer, "schema"),
      parsed.value,
      direction,
    );
}

function fits(declared: string, type: string): boolean {
  if (declared === type || declared === "*/*") return true;
  return declared.endsWith("/*") && type.startsWith(declared.slice(0, -1));
}

/** Holds a value against a schema. Each thing that does not fit is one fact, whatever the number of items and exchanges that have it. */
export function observeValue(observing: Observing, of: Of, schema: string, value: unknown, direction: Direction): void {
  if (valueAt(observing.json, schema) === undefined) return;
  const errors = errorsOf(observing, schema, value, direction);
  if (errors === undefined) return;
  if (errors.length === 0) {
    observing.found.add(of.names, of.pointer, confirmed(schema));
    observeProperties(observing, of, schema, value);
    return;
  }
  for (const error of errors) {
    const { names, answer } = judged(observing, schema, value, error);
    observing.found.add([...of.names, ...names], of.pointer, answer);
  }
}

/** Undefined where the value cannot be held against the schema: that is not compiled, or the value is deeper than any that a person wrote. */
function errorsOf(
  { validator }: Observing,
  schema: string,
  value: unknown,
  direction: Direction,
): readonly SchemaError[] | undefined {
  try {
    const errors =
      direction === "response" ? validator.check(schema, direction, value) : validator.allows(schema, direction, value);
    const known = errors.filter(({ at, keyword }) => keyword === "required" || !isUnknown(valueIn(value, at), keyword));
    return ownOf(known);
  } catch {
    return undefined;
  }
}

/** What an alternative refuses counts only as that of the whole: which alternative was meant is not known. */
function ownOf(errors: readonly SchemaError[]): readonly SchemaError[] {
  const refused = new Set(errors.flatMap(({ at, keyword }) => (alternatives.has(keyword) ? [at] : [])));
  return errors.filter(({ at, keyword }) => alternatives.has(keyword) || !isBelow(at, refused));
}

function isBelow(at: string, places: ReadonlySet<string>): boolean {
  if (places.size === 0) return false;
  for (let end = at.length; end >= 0; end = end === 0 ? -1 : at.lastIndexOf("/", end - 1))
    if (places.has(at.slice(0, end))) return true;
  return false;
}

const alternatives = new Set(["oneOf", "anyOf"]);

function isUnknown(value: unknown, keyword: string): boolean {
  const composed = ["oneOf", "anyOf", "not", "if", "uniqueItems", "contains"].includes(keyword);
  return composed || typeof value === "string" ? hasPlaceholder(value) : false;
}

function judged(
  { shown }: Observing,
  schema: string,
  value: unknown,
  error: SchemaError,
): { readonly names: readonly string[]; readonly answer: Answer } {
  const path = shownPath(error.at, shown);
  const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
  const name = undeclared(error);
  if (name !== undefined) {
    const property = shown.name(name);
    return { names: [...path, property], answer: missing(schema, `gives the schema${where} no property ${property}`) };
  }
  // The names of required properties are the schema's own.
  const lacking = error.keyword === "required" ? [String(error.params.missingProperty)] : [];
  return {
    names: [...path, ...lacking, error.keyword],
    answer: contradicted(schema, `${schemaWords(error, valueIn(value, error.at))}${where}`),
  };
}

/** The properties of the value that the schema has: that they are there is no assumption any more. What is in them may be anything. */
function observeProperties(observing: Observing, of: Of, schema: string, value: unknown): void {
  const pending = [{ schema, value, depth: 0 }];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const view = viewSchema(observing.json, next.schema);
    const inner = next.value;
    const steps = view.references.flatMap(({ at, target }) => [at, target]);
    if (steps.length > 0 && !seen.has(view.pointer))
      observing.found.add(of.names, of.pointer, confirmed(schema, ...steps));
    if (Array.isArray(inner)) {
      for (const item of inner.slice(0, 1000))
        pending.push({ schema: child(view.pointer, "items"), value: item, depth: next.depth + 1 });
      continue;
    }
    if (typeof inner !== "object" || inner === null || next.depth > 20) continue;
    for (const [name, place] of propertyPlaces(observing.json, view.pointer)) {
      if (!Object.hasOwn(inner, name)) continue;
      if (!seen.has(place))
        observing.found.add([...of.names, "property", ...place.split("/").slice(-1)], of.pointer, confirmed(place));
      seen.add(place);
      pending.push({ schema: place, value: (inner as Readonly<Record<string, unknown>>)[name], depth: next.depth + 1 }); // has the name
    }
  }
}
