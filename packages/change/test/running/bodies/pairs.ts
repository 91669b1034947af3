import { isObject, type Json } from "@facsimile/document";
import type { Field, FieldStyle } from "./fields.js";
import { type Tree, Unreadable } from "./wire-body.js";

/** A name and a text, before they are escaped. */
export type NamedText = readonly [name: string, text: string];

const delimiters: Readonly<Record<string, string>> = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

/** A property by its style (OpenAPI 3.1.1, 4.8.12.4). */
export function styledPairs(name: string, value: Json, { style, explode }: FieldStyle): readonly NamedText[] {
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, member]) => [key, String(member)] as const);
    if (style === "deepObject") return members.map(([key, text]) => [`${name}[${key}]`, text]);
    return explode ? members : [[name, members.flat().join(delimiterOf(style))]];
  }
  if (!Array.isArray(value)) return [[name, String(value)]];
  return explode ? value.map((item) => [name, String(item)]) : [[name, value.map(String).join(delimiterOf(style))]];
}

/** What a property is of the pairs of a form, of which some names are those of other properties. Undefined where it is not there. */
export function readStyled(
  { name, kind, style }: Field & { readonly style: FieldStyle },
  pairs: readonly NamedText[],
  others: ReadonlySet<string>,
): Tree | undefined {
  const own = pairs.filter(([key]) => key === name).map(([, text]) => text);
  if (kind === "object") return readObject(name, style, pairs, others);
  if (own.length === 0) return undefined;
  if (kind === "list" && style.explode) return own;
  const [text = "", ...more] = own;
  if (more.length > 0) throw new Unreadable(`${name} more than once`);
  return kind === "list" ? text.split(delimiterOf(style.style)) : text;
}

function readObject(
  name: string,
  { style, explode }: FieldStyle,
  pairs: readonly NamedText[],
  others: ReadonlySet<string>,
): Tree | undefined {
  const members = style === "deepObject" ? deepMembers(name, pairs) : pairs.filter(([key]) => !others.has(key));
  if (style === "deepObject" || explode) return members.length === 0 ? undefined : Object.fromEntries(members);
  const text = pairs.find(([key]) => key === name)?.[1];
  if (text === undefined) return undefined;
  const pieces = text.split(delimiterOf(style));
  if (pieces.length % 2 === 1) throw new Unreadable(`${name} is no list of names and values: ${text}`);
  const names = pieces.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((key, index) => [key, pieces[index * 2 + 1] ?? ""]));
}

function deepMembers(name: string, pairs: readonly NamedText[]): readonly NamedText[] {
  return pairs.flatMap(([key, text]): readonly NamedText[] =>
    key.startsWith(`${name}[`) && key.endsWith("]") ? [[key.slice(name.length + 1, -1), text]] : [],
  );
}

function delimiterOf(style: string): string {
  return delimiters[style] ?? ",";
}
