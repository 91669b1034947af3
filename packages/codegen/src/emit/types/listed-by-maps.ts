import type { SchemaNode, SchemaPart, SchemaUse } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { hasObject } from "./combine.js";
import { isMap, typeOfUse } from "./object-words.js";
import type { Part, Reading } from "./reading.js";
import { saidOfName } from "./said-of-name.js";

/**
 * Whether maps of the value list values for a name of what is referred to, which does so itself nowhere. The compiler takes the type of a literal from
 * where the name stands alone, so that it has to be said there.
 */
export function isListedByMaps(reading: Reading, part: Part, target: SchemaNode): boolean {
  const all = reading.schemas.parts(part.value);
  const maps = all.filter(({ keywords }) => isMap(keywords));
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

/**
 * Whether a map among the alternatives of what is referred to, or the map that is referred to as one, lists values for a name that it does not declare
 * and others of the value do, or require: each alternative has to say its own.
 */
export function listsForOthers(reading: Reading, part: Part, target: SchemaNode): boolean {
  const { properties, required } = reading.schemas.view(part.value);
  const names = [...new Set([...properties.keys(), ...required.keys()])];
  if (names.length === 0) return false;
  const seen = new Set<string>();
  const isListing = (node: SchemaNode, isAlternative: boolean): boolean => {
    if (seen.has(node.pointer)) return false;
    seen.add(node.pointer);
    const own = reading.schemas.view([node]);
    const maps = isAlternative ? own.parts.filter(({ keywords }) => isMap(keywords)) : [];
    const open = names.filter((name) => !own.properties.has(name));
    return (
      maps.some((map) => open.some((name) => listedInMap(reading, part, map, name) !== undefined)) ||
      own.alternatives.flat().some((one) => isListing(one, true))
    );
  };
  return isListing(target, part.value.length > 1);
}

/** The type of the values that a map lists for a name that it does not declare. */
export function listedInMap(reading: Reading, part: Part, map: SchemaPart, name: string): Type | undefined {
  const type = typeOfUse(reading, part, saidOfName(reading.schemas, map, name));
  return isListed(type) && !hasObject(type) ? type : undefined;
}

function lists(reading: Reading, part: Part, use: SchemaUse): boolean {
  const type = typeOfUse(reading, part, use);
  return isListed(type) && !hasObject(type);
}

function isListed(type: Type): boolean {
  if (type.kind === "union" || type.kind === "intersection") return type.types.some(isListed);
  return type.kind === "tuple" || (type.kind === "literal" && type.value !== null);
}
