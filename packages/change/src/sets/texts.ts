import { boundsOf } from "./bounds.js";
import type { Branch, Shape } from "./branch.js";
import type { ValueType } from "./value-type.js";

/** What travels as text may be any number and boolean where it may be any text (docs/changes.md). */
export function withTexts(shape: Shape): Shape {
  const strings = shape.get("string") ?? [];
  if (!isAnyText(shape) || strings.some(hasFormat)) return shape;
  return new Map([...shape, ...(["boolean", "number"] as const).map((type) => [type, [textBranch(type)]] as const)]);
}

/** Whether a string may be any text. */
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

/** The types that a schema allows, without those that any text covers. */
export function ownTypes(shape: Shape): readonly ValueType[] {
  return [...shape].filter(([, branches]) => !branches.every(({ isText }) => isText === true)).map(([type]) => type);
}

function textBranch(type: ValueType): Branch {
  return { type, parts: [], excluded: [], conditions: [], chosen: [], isText: true };
}

/** A format says what a text is, which a number is not. */
function hasFormat({ parts }: Branch): boolean {
  return parts.some(({ keywords }) => keywords.format !== undefined);
}
