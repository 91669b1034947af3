import type { Json, JsonObject } from "../document.js";
import { objectShapes } from "../structure/openapi-shapes.js";
import { nameless } from "../structure/required.js";
import type { Shape } from "../structure/shape.js";
import { keyOfShape } from "../structure/shape-key.js";

/** Stands for what nothing can be put in the place of. */
export const lost: unique symbol = Symbol("lost");
export type Lost = typeof lost;

/** Says of a body that it may be anything. */
const anyContent: JsonObject = { "*/*": {} };
const anyResponse: JsonObject = { description: "", content: anyContent };

/** What an operation must not be sent without knowing it. */
const decisive: Readonly<Record<string, readonly string[]>> = {
  Operation: ["parameters", "requestBody", "security"],
  "Path Item": ["parameters"],
};

/**
 * What stands for a lost member or item instead; `lost` where the object or list around it is lost with it, and undefined where it is simply
 * not there. Nothing is claimed that the document does not say: what is answered with an unknown response may be anything.
 */
export function insteadOf(around: Shape, key: string): Json | Lost | undefined {
  switch (around.kind) {
    case "map":
      if (keyOfShape(around.of) === "Response") return anyResponse;
      return keyOfShape(around.of) === "Media Type" ? {} : undefined;
    case "list":
      return ["Parameter", "map of list of text"].includes(keyOfShape(around.of)) ? lost : undefined;
    case "object":
      if (around.name === "Operation" && key === "responses") return { default: anyResponse };
      if (around.name === "Response" && key === "content") return anyContent;
      return isNeeded(around.name, key) ? (standIns[`${around.name}.${key}`] ?? lost) : undefined;
    default:
      return undefined;
  }
}

/** No document is lost because it does not say what it is called. */
const standIns: Readonly<Record<string, Json>> = {
  "Document.info": nameless,
  "Info.title": nameless.title,
  "Info.version": nameless.version,
};

/** An object without its reference, with what stands for members that it needs and the reference was to give; `lost` where nothing does. */
export function completed(object: JsonObject, shape: Shape): JsonObject | Lost {
  if (shape.kind !== "object") return object;
  const whole: Record<string, Json> = { ...object };
  for (const key of objectShapes[shape.name].required ?? []) {
    const member = Object.hasOwn(object, key) ? object[key] : insteadOf(shape, key);
    if (member === undefined || member === lost) return lost;
    whole[key] = member;
  }
  return whole;
}

function isNeeded(name: keyof typeof objectShapes, key: string): boolean {
  const { required = [], requiredBy } = objectShapes[name];
  return [...(decisive[name] ?? []), ...required, ...Object.values(requiredBy?.values ?? {}).flat()].includes(key);
}
