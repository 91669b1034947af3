import { child, isList, isObject, type Json, type JsonObject, valueAt } from "./json.js";

/** A schema without what stands around it: a reference, a null beside it, an `allOf` of one. */
export interface SchemaView {
  /** Where the schema itself is written; the target, where there is a reference. */
  readonly pointer: string;
  readonly node: JsonObject;
  /** The JSON pointers of the references that were followed, outermost first, and what they lead to. */
  readonly references: readonly { readonly at: string; readonly target: string }[];
  /** The pointers at which null is allowed. They are virtual: `…/nullable`, whatever way the document says it in. */
  readonly nullable: readonly string[];
}

/** How a schema allows null beside one other type. */
export function nullableMember(
  node: JsonObject,
): { readonly keyword: "oneOf" | "anyOf"; readonly index: number } | undefined {
  for (const keyword of ["oneOf", "anyOf"] as const) {
    const members = node[keyword];
    if (!isList(members) || members.length !== 2) continue;
    const nulls = members.map((member) => isObject(member) && member.type === "null");
    if (nulls[0] !== nulls[1]) return { keyword, index: nulls[0] === true ? 1 : 0 };
  }
  return undefined;
}

/** True where the keywords of the schema itself allow null. */
export function allowsNull(node: JsonObject): boolean {
  const type = node.type;
  return node.nullable === true || (isList(type) && type.length > 1 && type.includes("null"));
}

/** The types of a schema without null. */
export function typesOf(node: JsonObject): readonly string[] {
  const type = node.type;
  const types = isList(type) ? type : type === undefined ? [] : [type];
  return types.filter((each): each is string => typeof each === "string" && (each !== "null" || types.length === 1));
}

/** The local target of a reference. Undefined where it leads elsewhere. */
export function referenceTarget(node: Json | undefined): string | undefined {
  const reference = isObject(node) ? node.$ref : undefined;
  if (typeof reference !== "string" || !reference.startsWith("#")) return undefined;
  return decodeURIComponent(reference.slice(1));
}

/** Follows references, single `allOf`s and alternatives with null, as far as they go. */
export function viewSchema(json: Json, pointer: string): SchemaView {
  const references: { at: string; target: string }[] = [];
  const nullable: string[] = [];
  const seen = new Set<string>();
  let at = pointer;
  for (;;) {
    const value = valueAt(json, at);
    const node = isObject(value) ? value : {};
    if (allowsNull(node)) nullable.push(child(at, "nullable"));
    const next = innerSchema(node, at);
    if (next === undefined || seen.has(next.pointer)) return { pointer: at, node, references, nullable };
    seen.add(next.pointer);
    if (next.reference) references.push({ at: child(at, "$ref"), target: next.pointer });
    if (next.nullable) nullable.push(child(at, "nullable"));
    at = next.pointer;
  }
}

function innerSchema(
  node: JsonObject,
  at: string,
): { readonly pointer: string; readonly reference: boolean; readonly nullable: boolean } | undefined {
  const target = referenceTarget(node);
  if (target !== undefined) return { pointer: target, reference: true, nullable: false };
  const all = node.allOf;
  if (isList(all) && all.length === 1 && node.properties === undefined) {
    return { pointer: child(at, "allOf", 0), reference: false, nullable: false };
  }
  const other = nullableMember(node);
  return other && { pointer: child(at, other.keyword, other.index), reference: false, nullable: true };
}
