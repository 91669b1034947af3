import type { Evidence } from "../src/facts/fact.js";
import { child, isObject, type Json, valueAt } from "../src/spec/json.js";
import { textsOf } from "../src/texts/texts-of.js";
import type { Verification } from "../src/verify/verify.js";
import { drop, type Mutation, set } from "./mutate.js";

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

/** Turns what a text says round, and changes examples: nothing that a program can hold against a page. */
export function readingMutations({ spec }: Verification, evidence: Evidence): readonly Mutation[] {
  return [...textsOf(spec.json, evidence).spec.keys()].map((pointer) => {
    const value = valueAt(spec.json, pointer);
    return typeof value === "string" && !pointer.endsWith("/example")
      ? set("reverse text", pointer, `It is not true that ${value}`)
      : set("change example", pointer, changed(value));
  });
}

function changed(value: Json | undefined): Json {
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return [...value, ...value.slice(0, 1)];
  if (!isObject(value)) return "other";
  const [first] = Object.keys(value);
  return first === undefined ? { other: true } : { ...value, [first]: changed(value[first]) };
}
