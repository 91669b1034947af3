import { isObject, type JsonObject, type SchemaNode, type SchemaPart, type Schemas } from "@facsimile/document";
import { namesIn } from "./names-in.js";
import type { Part, Reading } from "./reading.js";
import { saidOfName } from "./said-of-name.js";

/**
 * Whether a schema that is referred to gives types to names of some patterns only, and others of the value say something of further names. An index of
 * TypeScript covers these as well, so that the schema cannot be named.
 */
export function coversOthers(reading: Reading, { value }: Part, target: SchemaNode): boolean {
  const within = reading.schemas.parts([target]);
  const maps = within.filter(({ keywords }) => hasOpenPatterns(keywords));
  if (maps.length === 0) return false;
  const inside = new Set(within.map(({ keywords }) => keywords));
  const around = reading.schemas.parts(value).filter(({ keywords }) => !inside.has(keywords));
  return maps.some((map) => around.some((one) => saysOfOthers(reading.schemas, one, map)));
}

/** Whether schemas beside one that has types for names of some patterns only say something of further names. */
export function isMapBesideOthers(reading: Reading, { node, value }: Part, keywords: JsonObject): boolean {
  if (!hasOpenPatterns(keywords)) return false;
  const own = { keywords, pointer: node.pointer };
  return reading.schemas
    .parts(value)
    .some((one) => one.keywords !== keywords && saysOfOthers(reading.schemas, one, own));
}

function hasOpenPatterns({ patternProperties, additionalProperties }: JsonObject): boolean {
  return isObject(patternProperties) && additionalProperties === undefined;
}

function saysOfOthers(schemas: Schemas, { keywords }: SchemaPart, map: SchemaPart): boolean {
  if (open.some((word) => keywords[word] !== undefined && keywords[word] !== false)) return true;
  const names = [
    ...Object.keys(isObject(keywords.properties) ? keywords.properties : {}),
    ...namesIn(keywords.required),
  ];
  return names.some((name) => saidOfName(schemas, map, name).length === 0);
}

/** The keywords that say something of names that stand nowhere, or not here. */
const open = ["patternProperties", "additionalProperties", "unevaluatedProperties", "oneOf", "anyOf"];
