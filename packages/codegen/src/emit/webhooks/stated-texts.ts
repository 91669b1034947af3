import type { Parameter, ReceivedOperation } from "@facsimile/document";
import { keyword, type ObjectType, type Type } from "../../print/index.js";
import { unionOf } from "../types/combine.js";

/** What the headers, or the query, of an event hold, as texts; undefined where the document states none. */
export function statedTexts({ operation }: ReceivedOperation, place: "header" | "query"): ObjectType | undefined {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  if (parameters.length === 0) return undefined;
  const properties = parameters.map((parameter) => ({
    name: parameter.name,
    type: parameter.required ? textType(parameter) : unionOf([textType(parameter), { kind: "literal", value: null }]),
    optional: false,
    readonly: true,
    comment: undefined,
  }));
  return { kind: "object", properties, index: undefined };
}

/** A value that is listed is written as it is, whatever it is; of all others it is enough that they are texts. */
function textType({ schema }: Parameter): Type {
  const { json } = schema;
  if (typeof json === "boolean") return keyword("string");
  const listed = json.const !== undefined ? [json.const] : Array.isArray(json.enum) ? json.enum : [];
  const isWritten = (value: unknown): value is string | number | boolean =>
    ["string", "number", "boolean"].includes(typeof value);
  if (listed.length === 0 || !listed.every(isWritten)) return keyword("string");
  return unionOf(listed.map((value) => ({ kind: "literal", value: String(value) })));
}
