import type { Schemas, SchemaUse, SchemaView } from "@facsimile/document";
import { isBytes, listedValues, type Made } from "./maker.js";

type Kind = "string" | "number" | "boolean" | "null" | "array" | "object";

const ofKind: readonly (readonly [Kind, Made])[] = [
  ["null", null],
  ["boolean", true],
  ["number", 1],
  ["string", "text"],
  ["array", []],
  ["object", {}],
];

/** One value of each kind that a schema does not allow. TypeScript has no other numbers for whole ones. */
export function wrongTypes(schemas: Schemas, use: SchemaUse, view: SchemaView, asBytes: boolean): readonly Made[] {
  const types = schemas.typesOf(use);
  if (types === undefined) return [];
  const allowed = new Set<string>(types.map((type) => (type === "integer" ? "number" : type)));
  // To TypeScript texts and lists have properties too, and one that has some of an object's may be one.
  const isLike = (value: Made): boolean =>
    value !== null && [...view.properties.keys()].some((name) => name in Object(value));
  const isScalar = !allowed.has("array") && !allowed.has("object");
  return ofKind
    .filter(([kind]) => !allowed.has(kind) && !(kind === "object" && isScalar))
    .filter(([, value]) => !isLike(value))
    .filter(([kind]) => !(asBytes && isBytes(view) && kind === "array"))
    .map(([, value]) => value);
}

/** Values of the kinds that a schema lists, which it does not list. */
export function unlisted(view: SchemaView): readonly Made[] {
  const listed = listedValues(view) ?? [];
  const strangers: readonly Made[] = ["none of these", 987654321, true, false];
  return strangers.filter((stranger) => listed.some((value) => typeof value === typeof stranger));
}
