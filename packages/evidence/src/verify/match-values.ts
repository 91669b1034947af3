import type { FactValue } from "../facts/fact.js";
import { squashed } from "../families/spelling.js";
import { child, isList, type Json } from "../spec/json.js";
import { typesOf, viewSchema } from "../spec/schema-view.js";
import { type Answer, confirmed, contradicted, missing } from "./answer.js";
import type { Compared } from "./compared.js";

/**
 * Holds the values that a schema allows, or the items of an array, against a documented enumeration. The order does not matter. The
 * values have to be of the type of the schema, so that they support it too.
 */
export function matchEnum(compared: Compared, value: FactValue, pointer: string): Answer {
  const outer = viewSchema(compared.json, pointer);
  const isArray = typesOf(outer.node).includes("array");
  const view = isArray ? viewSchema(compared.json, child(outer.pointer, "items")) : outer;
  const only = view.node.const;
  const listed = only === undefined ? view.node.enum : [only];
  if (!isList(listed)) return missing(view.pointer, "lists no values");
  const at = child(view.pointer, only === undefined ? "enum" : "const");
  const documented = Array.isArray(value) ? value : [value];
  const lacking = documented.filter((each) => !listed.includes(each as Json)); // facts and schemas both hold JSON
  if (lacking.length > 0) return contradicted(at, `lacks the value ${list(lacking)}`);
  const extra = listed.filter((each) => each !== null && !documented.includes(each as FactValue));
  if (extra.length > 0) return contradicted(at, `has the value ${list(extra)} as well`);
  const other = documented.find((each) => !isOfType(each, typesOf(view.node)));
  return other === undefined
    ? confirmed(at, child(view.pointer, "type"))
    : contradicted(view.pointer, `has a type that ${list([other])} is not of`);
}

function list(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

/** True where a value is of one of the types, or where there is none. */
function isOfType(value: FactValue, types: readonly string[]): boolean {
  const type = value === null ? "null" : typeof value;
  return types.length === 0 || types.includes(type) || (types.includes("integer") && Number.isInteger(value));
}

export function matchDefault(compared: Compared, value: FactValue, pointer: string): Answer {
  const { node, pointer: at } = viewSchema(compared.json, pointer);
  const place = child(at, "default");
  if (node.default === undefined) return missing(at, "gives no default");
  return JSON.stringify(node.default) === JSON.stringify(value)
    ? confirmed(place)
    : contradicted(place, `has the default ${JSON.stringify(node.default)}`);
}

/** Holds what a schema says against what a description says in passing: it may be silent, and must say nothing else. */
export function matchDescribed(
  keyword: "default" | "enum",
  match: (compared: Compared, value: FactValue, pointer: string) => Answer,
): (compared: Compared, value: FactValue, pointer: string) => Answer {
  return (compared, value, pointer) => {
    const outer = viewSchema(compared.json, pointer);
    const inner = keyword === "enum" && typesOf(outer.node).includes("array");
    const { node } = inner ? viewSchema(compared.json, child(outer.pointer, "items")) : outer;
    const isSilent = node[keyword] === undefined && (keyword === "default" || node.const === undefined);
    return isSilent ? { verdict: "confirmed", pointer, supports: [] } : match(compared, value, pointer);
  };
}

/** Holds a default against the name that an SDK gives to it: `RoleEnum_Developer` and `Role.DEVELOPER` are `developer`. */
export function matchDefaultName(compared: Compared, value: FactValue, pointer: string): Answer {
  const { node, pointer: at } = viewSchema(compared.json, pointer);
  const own = compared.at(pointer).default ?? node.default;
  if (own === undefined) return missing(at, "gives no default");
  const place = child(compared.at(pointer).default === undefined ? at : pointer, "default");
  return squashed(String(value)).endsWith(squashed(String(own)))
    ? confirmed(place)
    : contradicted(place, `has the default ${JSON.stringify(own)}`);
}

/** True when a description stands at one of the places, or at what they refer to. */
export function isDescribed(compared: Compared, places: readonly string[]): boolean {
  return places.some((place) => {
    const own = compared.at(place).description;
    const referred = viewSchema(compared.json, place).node.description;
    return [own, referred].some((text) => typeof text === "string" && text.trim() !== "");
  });
}

/** Holds a value of a code sample against a schema: its type, and the values of an enumeration, unless it is a mere placeholder. */
export function matchSample(compared: Compared, value: FactValue, pointer: string): Answer {
  const outer = viewSchema(compared.json, pointer);
  const { node, pointer: at } = outer;
  const types = typesOf(node);
  if (!isOfType(value, types))
    return contradicted(at, `has ${types.join(" or ")}, which ${JSON.stringify(value)} is not`);
  const listed = node.enum;
  const placeholder = typeof value === "string" && value.endsWith("_example");
  if (isList(listed) && !placeholder && !listed.includes(value as Json))
    return contradicted(at, `does not list ${JSON.stringify(value)}`);
  return { verdict: "confirmed", pointer: at, supports: [] };
}
