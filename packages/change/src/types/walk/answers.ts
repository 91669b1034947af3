import type ts from "typescript";
import type { Types } from "./types.js";

/** One of the answers that an operation may have. */
export interface Answer {
  readonly type: ts.Type;
  readonly ok: boolean;
  /** `200`, `"4XX"`, as TypeScript writes it. */
  readonly status: string;
  /** `"application/json"`; `string` where there is one only. */
  readonly contentType: string;
}

/** Whether all types are answers of an operation. */
export function readAnswers(types: Types, members: readonly ts.Type[]): readonly Answer[] | undefined {
  const answers = members.map((type) => readAnswer(types, type));
  return answers.length > 0 && answers.every((answer) => answer !== undefined) ? answers : undefined;
}

function readAnswer(types: Types, type: ts.Type): Answer | undefined {
  if (!types.isObject(type) || types.isArray(type)) return undefined;
  const textOf = (name: string): string | undefined => {
    const property = type.getProperty(name);
    return property && types.checker.typeToString(types.checker.getTypeOfSymbol(property));
  };
  const [ok, status, contentType] = [textOf("ok"), textOf("status"), textOf("contentType")];
  if ((ok !== "true" && ok !== "false") || status === undefined || contentType === undefined) return undefined;
  return textOf("statusCode") === "number" ? { type, ok: ok === "true", status, contentType } : undefined;
}
