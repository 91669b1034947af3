import type { JsonObject } from "@facsimile/document";
import { isObject } from "../document/pointer.js";
import { type Path, partAt } from "./at.js";
import { flatten } from "./flatten.js";

/** A part of a value and the schema that describes it. */
export interface Part {
  readonly path: Path;
  /** Without references and compositions. */
  readonly schema: JsonObject;
}

/** Deeper parts are those of recursive schemas. */
const deepest = 8;

/** The parts that a value has, the whole first: properties, the first item of each array, the first entry of each map. */
export function partsOf(document: JsonObject, schema: unknown, value: unknown, path: Path = []): readonly Part[] {
  const flat = flatten(document, schema);
  const part = partAt(value, path);
  if (part === undefined || path.length > deepest) return [];
  const own = { path, schema: flat };
  if (Array.isArray(part))
    return part.length === 0 ? [own] : [own, ...partsOf(document, flat.items, value, [...path, 0])];
  if (!isObject(part)) return [own];
  const properties = isObject(flat.properties) ? flat.properties : {};
  const declared = Object.keys(properties).flatMap((name) =>
    partsOf(document, properties[name], value, [...path, name]),
  );
  const [entry] = Object.keys(part).filter((name) => !Object.hasOwn(properties, name));
  const mapped =
    entry === undefined || !isObject(flat.additionalProperties)
      ? []
      : partsOf(document, flat.additionalProperties, value, [...path, entry]);
  return [own, ...declared, ...mapped];
}
