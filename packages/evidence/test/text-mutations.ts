import { child, isObject, valueAt } from "../src/spec/json.js";
import type { Verification } from "../src/verify/verify.js";
import { drop, type Mutation } from "./mutate.js";

/** Takes away the summaries and descriptions that the documentation has as well. What no page describes may be left undescribed. */
export function textMutations({ findings, spec }: Verification): readonly Mutation[] {
  const texts = findings.flatMap(({ fact, pointer }) => {
    const field = /\/(summary|description)$/.exec(fact.id)?.[1];
    return field === undefined ? [] : [{ field, pointer }];
  });
  return texts.flatMap(({ field, pointer }) => {
    const node = valueAt(spec.json, pointer);
    // The text of a reference may stand in what it refers to, and is taken away there.
    const own = isObject(node) && node[field] !== undefined && node.$ref === undefined;
    return own ? [drop(`drop ${field}`, child(pointer, field))] : [];
  });
}
