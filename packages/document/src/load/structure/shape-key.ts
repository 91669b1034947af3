import type { Shape } from "./shape.js";

const known = new WeakMap<Shape, string>();

/** Shapes that ask for the same have the same key. */
export function keyOfShape(shape: Shape): string {
  const key = known.get(shape) ?? write(shape);
  known.set(shape, key);
  return key;
}

function write(shape: Shape): string {
  switch (shape.kind) {
    case "object":
      return shape.name;
    case "list":
    case "map":
      return `${shape.kind} of ${keyOfShape(shape.of)}`;
    case "either":
      return shape.of.map(keyOfShape).join(" or ");
    case "choice":
      return shape.values.join(" or ");
    default:
      return shape.kind;
  }
}
