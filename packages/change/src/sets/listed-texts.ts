import { isObject, type Json, type SchemaNode } from "@facsimile/document";
import type { ShapeReader } from "./branch.js";
import { isSilentKeyword } from "./silent-keywords.js";

type Reader = Pick<ShapeReader, "referred">;

/** Deeper schemas are not looked at: one may be made of itself. */
const deepest = 8;

/** The texts that a schema allows, where it lists them, itself or by what it is made of, and says nothing else. */
export function listedTexts(reader: Reader, node: SchemaNode, depth = 0): readonly string[] | undefined {
  const [{ value, pointer } = node] = reader.referred([node]);
  if (value === false) return [];
  if (!isObject(value) || depth > deepest) return undefined;
  const { const: only, enum: listed, allOf, anyOf, oneOf, ...others } = value;
  if (!isSilent(others)) return undefined;
  const below = (members: Json | undefined): readonly (readonly string[] | undefined)[] =>
    membersOf(members).map((member) => listedTexts(reader, { value: member, pointer }, depth + 1));
  const lists = [
    ...ownLists({ const: only, enum: listed }),
    ...below(membersOf(allOf).filter((member) => !isSilent(member))),
    ...(anyOf === undefined ? [] : [inOneOf(below(anyOf), () => true)]),
    ...(oneOf === undefined ? [] : [inOneOf(below(oneOf), (times) => times === 1)]),
  ];
  return inAllOf(lists);
}

function ownLists({
  const: only,
  enum: listed,
}: {
  readonly [name: string]: Json | undefined;
}): readonly (readonly string[])[] {
  return [only === undefined ? undefined : [only], listed].filter(Array.isArray).map(textsIn);
}

function textsIn(values: readonly Json[]): readonly string[] {
  return values.filter((value) => typeof value === "string");
}

function membersOf(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? list : [];
}

/** Whether a schema refuses no text. */
function isSilent(schema: Json): boolean {
  if (!isObject(schema)) return schema === true;
  const { type = "string", ...others } = schema;
  const isOfTexts = Array.isArray(type) ? type.includes("string") : type === "string";
  return isOfTexts && Object.keys(others).every(isSilentKeyword);
}

type Lists = readonly (readonly string[] | undefined)[];

function inAllOf(lists: Lists): readonly string[] | undefined {
  const [first, ...others] = lists;
  if (first === undefined || others.includes(undefined)) return undefined;
  return first.filter((text) => others.every((other) => other?.includes(text)));
}

/** @param isAllowed - by how many of the lists have it */
function inOneOf(lists: Lists, isAllowed: (times: number) => boolean): readonly string[] | undefined {
  if (lists.includes(undefined)) return undefined;
  const times = new Map<string, number>();
  for (const text of lists.flatMap((list) => [...new Set(list)])) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].filter(([, count]) => isAllowed(count)).map(([text]) => text);
}
