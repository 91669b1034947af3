import { isObject, type JsonObject, type SchemaUse, type SchemaView, schemasOf } from "@facsimile/document";
import { type Path, partAt } from "./at.js";
import { flatten, itemUse } from "./flatten.js";

/** A part of a value and the schema that describes it. */
export interface Part {
  readonly path: Path;
  /** What tells the schemas that describe it from those of other parts, the same ones wherever they are used. */
  readonly schema: string;
  readonly view: SchemaView;
  /** Whether the document says that null may stand here. */
  readonly takesNull: boolean;
}

/** Deeper parts are those of recursive schemas. */
const deepest = 8;

/** The parts that a value has, the whole first: properties, the first item of each array, the first entry of each map. */
export function partsOf(document: JsonObject, use: SchemaUse, value: unknown, path: Path = []): readonly Part[] {
  const part = partAt(value, path);
  if (part === undefined || path.length > deepest) return [];
  const view = flatten(document, use);
  const own = {
    path,
    schema: nameOf(view),
    view,
    takesNull: schemasOf(document).typesOf(use)?.includes("null") ?? false,
  };
  if (Array.isArray(part))
    return part.length === 0 ? [own] : [own, ...partsOf(document, itemUse(view, 0), value, [...path, 0])];
  if (!isObject(part)) return [own];
  const declared = [...view.properties].flatMap(([name, property]) =>
    partsOf(document, property, value, [...path, name]),
  );
  const [entry] = Object.keys(part).filter((name) => !view.properties.has(name));
  const others = view.additional.filter((schema) => isObject(schema.value));
  const mapped = entry === undefined || others.length === 0 ? [] : partsOf(document, others, value, [...path, entry]);
  return [own, ...declared, ...mapped];
}

/** The pointers of what really describes a part: those of references are many. */
function nameOf({ parts }: SchemaView): string {
  return parts
    .map(({ keywords, pointer }) => (Object.keys(keywords).join() === "$ref" ? "" : pointer))
    .join(" ")
    .trim();
}
