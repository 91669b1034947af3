import type { ReferenceUse } from "../structure/reference-use.js";
import { keyOfShape } from "../structure/shape-key.js";

/** What becomes of what a reference stands for, where it stands for nothing: the rest of a sentence. */
export function consequence({ shape, key }: ReferenceUse): string {
  if (shape.kind === "schema") return key.startsWith("$") ? "nothing is known of the values" : "the entry is left out";
  switch (keyOfShape(shape)) {
    case "Parameter":
    case "list of Parameter":
    case "Request Body":
    case "list of map of list of text":
      return "every operation that has it is left out";
    case "Response":
      return "nothing is known of the body of the response";
    default:
      return "it is left out";
  }
}
