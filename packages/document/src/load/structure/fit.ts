import type { Json } from "../document.js";
import { isObject } from "../object.js";
import { member } from "../pointer.js";
import type { Shape } from "./shape.js";

/** Whether a value is of the kind that a shape asks for, or a reference to such a value; what is inside is another matter. */
export function isOpenTo(value: Json, shape: Shape): boolean {
  switch (shape.kind) {
    case "anything":
      return true;
    case "text":
      return typeof value === "string" || isReference(value);
    case "flag":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "choice":
      return typeof value === "string" && shape.values.includes(value);
    case "list":
      return Array.isArray(value) || isReference(value);
    case "map":
    case "object":
      return isObject(value);
    case "schema":
      return isObject(value) || typeof value === "boolean";
    case "either":
      return shape.of.some((option) => isOpenTo(value, option));
  }
}

/** Whether a value needs no further look: most are plain ones of the right kind. */
export function isRight(value: Json, shape: Shape): boolean {
  return shape.kind === "anything" || ((value === null || typeof value !== "object") && isOpenTo(value, shape));
}

function isReference(value: Json): boolean {
  return isObject(value) && typeof member(value, "$ref") === "string";
}
