import { isObject, type SchemaNode, type SchemaPart, type SchemaUse } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { hasObject } from "./combine.js";
import { typeOfUse } from "./object-words.js";
import type { Part, Reading } from "./reading.js";
import { saidOfName } from "./said-of-name.js";

/**
 * Whether maps of the value list values for a name of what is referred to, which does so itself nowhere. The compiler takes the type of a literal from
 * where the name stands alone, so that it has to be said there.
 */
export function isListedByMaps(reading: Reading, part: Part, target: SchemaNode): boolean {
  const all = reading.schemas.parts(part.value);
  const maps = all.filter(isMap);
  if (maps.length === 0) return false;
  const inside = new Set(reading.schemas.parts([target]).map(({ keywords }) => keywords));
  const around = maps.filter(({ keywords }) => !inside.has(keywords));
  return around.length > 0 && hasListedName(reading, part, around, [target], new Set());
}

/** Whether maps list values for a name that a schema, or an alternative of it, declares or requires without values. */
function hasListedName(
  reading: Reading,
  part: Part,
  maps: readonly SchemaPart[],
  use: SchemaUse,
  seen: Set<string>,
): boolean {
  const { properties, required, alternatives } = reading.schemas.view(use);
  const isOpen = (name: string): boolean => {
    const said = maps.flatMap((map) => saidOfName(reading.schemas, map, name));
    return lists(reading, part, said) && !lists(reading, part, properties.get(name) ?? []);
  };
  if ([...new Set([...properties.keys(), ...required.keys()])].some(isOpen)) return true;
  const others = alternatives.flat().filter(({ pointer }) => !seen.has(pointer) && seen.add(pointer));
  return others.some((node) => hasListedName(reading, part, maps, [node], seen));
}

function isMap({ keywords }: SchemaPart): boolean {
  return [keywords.additionalProperties, keywords.patternProperties, keywords.unevaluatedProperties].some(isObject);
}

function lists(reading: Reading, part: Part, use: SchemaUse): boolean {
  const type = typeOfUse(reading, part, use);
  return isListed(type) && !hasObject(type);
}

function isListed(type: Type): boolean {
  if (type.kind === "union" || type.kind === "intersection") return type.types.some(isListed);
  return type.kind === "tuple" || (type.kind === "literal" && type.value !== null);
}
