import { coreOf, namedTypes, type SchemaCore, schemasOf } from "@facsimile/document";
import { child, type JsonObject, valueAt } from "./json.js";

/** A schema without what stands around it: a reference, a null beside it, an `allOf` of one. */
export interface SchemaView extends Pick<SchemaCore, "pointer" | "references"> {
  /** The keywords of the schema itself. */
  readonly node: JsonObject;
  /** The pointers at which null is allowed. They are virtual: `…/nullable`, whatever way the document says it in. */
  readonly nullable: readonly string[];
}

/** Follows references, single `allOf`s and alternatives with null, as far as they go. */
export function viewSchema(json: JsonObject, pointer: string): SchemaView {
  const core = coreOf(schemasOf(json), { value: valueAt(json, pointer) ?? true, pointer });
  const nullable = core.nullAt.map((place) => child(place, "nullable"));
  return { pointer: core.pointer, node: core.keywords, references: core.references, nullable };
}

/** The types that a schema names, without null beside others. */
export function typesOf(node: JsonObject): readonly string[] {
  const types = namedTypes(node) ?? [];
  return types.length === 1 ? types : types.filter((type) => type !== "null");
}

/** The properties of a schema in all of its parts, each with the first place that declares it. */
export function propertyPlaces(json: JsonObject, pointer: string): ReadonlyMap<string, string> {
  const { properties } = schemasOf(json).view([{ value: valueAt(json, pointer) ?? true, pointer }]);
  return new Map([...properties].map(([name, [first]]) => [name, first?.pointer ?? pointer]));
}

/** The place in a schema, or in a part of it, that requires a property. */
export function requiredPlace(json: JsonObject, pointer: string, property: string): string | undefined {
  return schemasOf(json)
    .view([{ value: valueAt(json, pointer) ?? true, pointer }])
    .required.get(property);
}

/** The place of the schema, of what it refers to or of a part that says that its values are only answered. */
export function readOnlyPlace(json: JsonObject, pointer: string): string | undefined {
  const parts = schemasOf(json).parts([{ value: valueAt(json, pointer) ?? true, pointer }]);
  const marked = parts.find(({ keywords }) => keywords.readOnly === true);
  return marked && child(marked.pointer, "readOnly");
}
