import type { Schemas, SchemaUse, SchemaView } from "@facsimile/document";
import { isBytes, listedValues, type Made } from "./maker.js";

type Kind = "string" | "number" | "boolean" | "null" | "array" | "object";

const ofKind: readonly (readonly [Kind, Made])[] = [
  ["string", "text"],
  ["number", 1],
  ["boolean", true],
  ["null", null],
  ["array", []],
  ["object", {}],
];

/** One value of each kind that a schema does not allow. TypeScript has no other numbers for whole ones. */
export function wrongTypes(schemas: Schemas, use: SchemaUse, view: SchemaView, asBytes: boolean): readonly Made[] {
  const types = schemas.typesOf(use);
  if (types === undefined) return [];
  const allowed = new Set<string>(types.map((type) => (type === "integer" ? "number" : type)));
  // To TypeScript texts and lists have properties too.
  const isLike = view.properties.has("length");
  const isScalar = !allowed.has("array") && !allowed.has("object");
  return ofKind
    .filter(([kind]) => !allowed.has(kind) && !(kind === "object" && isScalar))
    .filter(([kind]) => !(isLike && (kind === "string" || kind === "array")))
    .filter(([kind]) => !(asBytes && isBytes(view) && kind === "array"))
    .map(([, value]) => value);
}

/** Values of the kinds that a schema lists, which it does not list. */
export function unlisted(view: SchemaView): readonly Made[] {
  const listed = listedValues(view) ?? [];
  const strangers: readonly Made[] = ["none of these", 987654321, true, false];
  return strangers.filter((stranger) => listed.some((value) => typeof value === typeof stranger));
}
