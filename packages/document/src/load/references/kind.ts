import type { Json } from "../document.js";
import { isObject } from "../object.js";
import { member } from "../pointer.js";
import { shapeAt } from "../structure/descend.js";
import type { Shape } from "../structure/shape.js";
import { keyOfShape } from "../structure/shape-key.js";
import { wordsForShape, wordsForValue } from "../structure/words.js";
import type { Place } from "./locate.js";
import type { Refused } from "./refused.js";

/**
 * Refuses what a reference leads to where it cannot be what is needed in the place of the reference. Where OpenAPI has there what is needed, what
 * becomes of a wrong value is settled there.
 */
export function refuseKind(wanted: Shape, { source, pointer, value }: Place): Refused | undefined {
  const found = shapeAt(source.json, pointer);
  if (found !== undefined && isKnown(found))
    return keyOfShape(found) === keyOfShape(wanted) ? undefined : refuse(wanted, nameOf(found) ?? wordsForValue(value));
  return mayBe(wanted, value) ? undefined : refuse(wanted, wordsForValue(value));
}

function refuse(wanted: Shape, found: string): Refused {
  const needed = nameOf(wanted) ?? wordsForShape(wanted);
  const words = `leads to ${found}, but ${needed} is needed here`;
  return { code: "reference-kind", words, fix: `Refer to ${needed}.` };
}

/** Whether OpenAPI says what stands there. */
function isKnown({ kind }: Shape): boolean {
  return kind !== "anything" && kind !== "either" && kind !== "choice";
}

function mayBe(shape: Shape, value: Json): boolean {
  // A reference to what is needed is as good.
  if (typeof member(value, "$ref") === "string") return true;
  switch (shape.kind) {
    case "schema":
      return isObject(value) || typeof value === "boolean";
    case "object":
    case "map":
      return isObject(value);
    case "list":
      return Array.isArray(value);
    case "text":
      return typeof value === "string";
    default:
      return true;
  }
}

function nameOf(shape: Shape): string | undefined {
  if (shape.kind === "schema") return "a schema";
  if (shape.kind !== "object") return undefined;
  return `${/^[AEIOX]/.test(shape.name) ? "an" : "a"} ${shape.name} object`;
}
