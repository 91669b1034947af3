import { child, isObject, type SchemaNode, type SchemaPart } from "@facsimile/document";
import type { Part } from "./branch.js";
import { isSilentKeyword } from "./silent-keywords.js";

/** The schema in a keyword; none where it allows everything. */
export function demandOf({ keywords, pointer }: SchemaPart, keyword: string): readonly SchemaNode[] {
  const value = keywords[keyword];
  if (value === undefined || value === true || (isObject(value) && Object.keys(value).every(isSilentKeyword)))
    return [];
  return [{ value, pointer: child(pointer, keyword) }];
}

/** What a part demands of properties that it does not name. `additionalProperties` evaluates all of them, also where it demands nothing. */
export function othersIn(part: Part): readonly SchemaNode[] {
  const { additionalProperties, unevaluatedProperties } = part.keywords;
  if (additionalProperties !== undefined || unevaluatedProperties === undefined)
    return demandOf(part, "additionalProperties");
  const isEvaluated = (part.madeOf ?? []).some(
    ({ keywords }) => keywords.additionalProperties !== undefined || keywords.unevaluatedProperties !== undefined,
  );
  return isEvaluated ? [] : demandOf(part, "unevaluatedProperties");
}

export function memberOf(
  { pointer }: SchemaPart,
  keyword: string,
  members: { readonly [name: string]: SchemaNode["value"] },
  name: string,
): SchemaNode {
  return { value: members[name] ?? true, pointer: child(child(pointer, keyword), name) };
}
