import { type SchemaNode, schemaKeywords } from "@facsimile/document";
import { isListedByMaps, listsForOthers } from "./listed-by-maps.js";
import { describesOneList } from "./one-list.js";
import { coversOthers } from "./patterns-beside.js";
import type { Part, Reading } from "./reading.js";

/** Whether the type of what a schema refers to has to be written out, since others of the value have a say in it. */
export function isReadWithOthers(reading: Reading, part: Part, target: SchemaNode): boolean {
  if (isBare(reading, part)) return false;
  return (
    describesOneList(reading, part) ||
    coversOthers(reading, part, target) ||
    isListedByMaps(reading, part, target) ||
    listsForOthers(reading, part, target)
  );
}

/** Whether a value has one schema, which is a reference and no more. */
function isBare({ schemas }: Reading, { node, value }: Part): boolean {
  if (value.length > 1 || value[0] !== node) return false;
  return !Object.keys(schemas.keywords(node.value)).some((word) => schemaKeywords.has(word) || word === "required");
}
