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
  const view = reading.schemas.view([target]);
  const inside = new Set(view.parts.map(({ keywords }) => keywords));
  const around = maps.filter(({ keywords }) => !inside.has(keywords));
  const names = new Set([...view.properties.keys(), ...view.required.keys()]);
  return [...names].some((name) => {
    const said = around.flatMap((map) => saidOfName(all, map, name));
    return lists(reading, part, said) && !lists(reading, part, view.properties.get(name) ?? []);
  });
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
  return type.kind === "literal" && type.value !== null;
}
