import { defaultStyle } from "../spec/claims.js";
import { child, isObject, type JsonObject, valueAt } from "../spec/json.js";
import type { SpecOperation, SpecParameter } from "../spec/operations.js";
import { typesOf, viewSchema } from "../spec/schema-view.js";
import { confirmed, contradicted, missing } from "../verify/answer.js";
import type { ObservedRequest } from "./exchange.js";
import { observeValue } from "./observe-body.js";
import type { Observing, Of } from "./observing.js";
import { listsOfTexts, valuesOfText } from "./read-text-value.js";

type Texts = readonly (string | undefined)[];

/** Holds the parameters of a request that was not refused against those of the operation. */
export function observeParameters(
  observing: Observing,
  of: Of,
  operation: SpecOperation,
  request: ObservedRequest,
  values: ReadonlyMap<string, string | undefined>,
): void {
  for (const parameter of operation.parameters) {
    const texts = textsOf(parameter, request, values);
    if (texts.length > 0) observeParameter(observing, of, parameter, texts);
    else if (parameter.in === "query" && parameter.node.required === true)
      observing.found.add(
        [...of.names, "query", parameter.name, "required"],
        of.pointer,
        contradicted(parameter.at, "requires it, and the call went without"),
      );
  }
  observeOthers(observing, of, operation, request);
}

/** Headers are often taken out of a recording, so that only the others can be missed. */
function textsOf(
  { name, in: place }: SpecParameter,
  { query, headers }: ObservedRequest,
  values: ReadonlyMap<string, string | undefined>,
): Texts {
  if (place === "path") return values.has(name) ? [values.get(name)] : [];
  if (place === "header")
    return headers.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  if (place !== "query") return [];
  return query
    .filter(([other]) => other === name || other === `${name}[]` || other.startsWith(`${name}[`))
    .map(([, value]) => value);
}

function observeParameter(observing: Observing, of: Of, parameter: SpecParameter, texts: Texts): void {
  const names = [...of.names, parameter.in, parameter.name];
  observing.found.add(names, of.pointer, confirmed(parameter.at));
  const schema = child(parameter.pointer, "schema");
  const values = texts.flatMap((text) => text ?? []);
  if (values.length !== texts.length || valueAt(observing.json, schema) === undefined) return;
  const candidates = candidatesOf(observing.json, parameter, schema, values);
  if (candidates.length === 0) return;
  const fitting = candidates.find((value) => fits(observing, schema, value));
  observeValue(
    observing,
    { names: [...names, "value"], pointer: of.pointer },
    schema,
    fitting === undefined ? candidates.at(-1) : fitting,
    "request",
  );
}

function fits({ validator }: Observing, schema: string, value: unknown): boolean {
  try {
    return validator.allows(schema, "request", value).length === 0;
  } catch {
    return true;
  }
}

/** What the texts can stand for. None for objects: their styles put names into names. */
function candidatesOf(
  json: JsonObject,
  { node, in: place }: SpecParameter,
  schema: string,
  texts: readonly string[],
): readonly unknown[] {
  const types = typesOf(viewSchema(json, schema).node);
  if (types.includes("object")) return [];
  if (!types.includes("array")) return texts.length === 1 ? valuesOfText(texts[0] ?? "") : [];
  const style = String(node.style ?? defaultStyle(place));
  const exploded = typeof node.explode === "boolean" ? node.explode : style === "form";
  const between = style === "spaceDelimited" ? /[ +]/ : style === "pipeDelimited" ? "|" : ",";
  const pieces = exploded && style === "form" ? texts : texts.flatMap((text) => text.split(between));
  return listsOfTexts(pieces);
}

/** A query parameter that the spec does not have, and no credential is. */
function observeOthers(
  { json, found, shown }: Observing,
  of: Of,
  operation: SpecOperation,
  { query }: ObservedRequest,
): void {
  const declared = operation.parameters.filter((parameter) => parameter.in === "query");
  // An object whose properties are parameters of their own may have any names.
  if (declared.some(({ pointer }) => typesOf(viewSchema(json, child(pointer, "schema")).node).includes("object")))
    return;
  const keys = keyNames(json);
  for (const [name] of query) {
    const bare = name.replace(/\[.*$/s, "");
    if (keys.has(name) || declared.some((parameter) => parameter.name === name || parameter.name === bare)) continue;
    const said = shown.name(name);
    found.add(
      [...of.names, "query", said],
      of.pointer,
      missing(operation.pointer, `gives the operation no query parameter ${said}`),
    );
  }
}

function keyNames(json: JsonObject): ReadonlySet<string> {
  const schemes = valueAt(json, "/components/securitySchemes");
  const list = isObject(schemes) ? Object.values(schemes) : [];
  return new Set(list.flatMap((scheme) => (isObject(scheme) && scheme.in === "query" ? [String(scheme.name)] : [])));
}
