import { boundsOf } from "../sets/bounds.js";
import type { Shape } from "../sets/branch.js";

/** Whether a value that travels as text may be any text: then every simple value fits, whatever its type (docs/changes.md). */
export function isAnyText(shape: Shape): boolean {
  return (shape.get("string") ?? []).some(({ values, parts, excluded, conditions }) => {
    const { minLength = 0, maxLength, patterns } = boundsOf(parts);
    return (
      values === undefined &&
      minLength === 0 &&
      maxLength === undefined &&
      patterns.length + excluded.length + conditions.length === 0
    );
  });
}

export function isSimple(shape: Shape): boolean {
  return !shape.has("array") && !shape.has("object");
}
