import type { Json, JsonObject } from "../load/document.js";
import type { Rule } from "./evaluation.js";
import { nullBeside } from "./null-beside.js";
import { membersOf, type SchemaSource } from "./source.js";

/** Which way a value travels: into a request, or out of an answer. */
export type Direction = "request" | "response";

/** The mark of properties that a direction does not have, so that they are not required there though `required` names them (OpenAPI 3.1.1, 4.8.24.2). */
export const absenceMark: Readonly<Record<Direction, "readOnly" | "writeOnly">> = {
  request: "readOnly",
  response: "writeOnly",
};

/** Whether a schema has a mark: itself, what it refers to, a part of its `allOf`, or what stands beside null in it. */
export function markRule(source: SchemaSource, mark: "readOnly" | "writeOnly"): Rule<boolean> {
  const around = (keywords: JsonObject): readonly Json[] => {
    const target = source.target(keywords);
    const beside = nullBeside(keywords);
    const orNull = beside && membersOf(keywords, beside.keyword)[beside.index];
    const parts = [...membersOf(keywords, "allOf"), ...(orNull === undefined ? [] : [orNull])];
    return [...(target === undefined ? [] : [target]), ...parts].map(({ value }) => value);
  };
  return {
    before: around,
    result: (keywords, isMarked) => keywords[mark] === true || around(keywords).some(isMarked),
    inCircle: false,
  };
}
