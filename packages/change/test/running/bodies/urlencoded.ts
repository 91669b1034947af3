import { isJson, isObject, type Json } from "@facsimile/document";
import { described } from "./described.js";
import { type Field, fieldOf, textIn, valueIn } from "./fields.js";
import { type NamedText, readStyled, styledPairs } from "./pairs.js";
import { checkEncoding, encodedPair } from "./percent-encoding.js";
import { isAllText, isText, readingsOf, treeOf } from "./trees.js";
import { type BodyLanguage, type Tree, Unreadable, type WireBody } from "./wire-body.js";

/** Forms in one line of text. */
export const urlencoded: BodyLanguage = {
  readings: formReadings,
  takenAs: withLists,
  isWritable: (body, value) => isForm(body, value),
  write: (body, value) => {
    const pairs = fieldsOf(body, value).flatMap(([field, member]) =>
      pairsOf(field, member).map((pair) => encodedPair(pair, field)),
    );
    return { header: body.type, text: pairs.join("&") };
  },
  read: (body, { text }, meant) => {
    const pairs = [...new URLSearchParams(text)];
    const names = new Set(Object.keys(described(body.edition, body.media.schema ?? {}).properties));
    const read = [...names].map((name) => {
      const field = fieldOf(body, name, memberOf(meant, name));
      checkEncoding(text, field);
      return [name, readField(field, pairs, names)];
    });
    return Object.fromEntries(read.filter(([, tree]) => tree !== undefined));
  },
};

/** Whether a value is an object whose properties all have a text, as each of them is written. */
function isForm(body: WireBody, value: Json): boolean {
  return (
    isObject(value) && isAllText(value) && fieldsOf(body, value).every(([field, member]) => isField(field, member))
  );
}

/** Below a style there is one level of simple values, and none of a list of lists. */
export function isField({ style, types }: Field, value: Json): boolean {
  const members = Array.isArray(value) ? value : isObject(value) && style !== undefined ? Object.values(value) : [];
  if (style !== undefined) return members.every(isText);
  const items = Array.isArray(value) ? value : [value];
  return items.every((item) => isText(item) || (types.every(isJson) && !Array.isArray(item)));
}

/** One value is a list of one, where each item of a list is a pair or a part of its own. */
export function withLists(body: WireBody, meant: Json): Json {
  if (!isObject(meant)) return meant;
  const members = fieldsOf(body, meant).map(([{ name, kind, style }, member]): [string, Json] => {
    const isRepeated = kind === "list" && (style === undefined || (style.style === "form" && style.explode));
    return [name, isRepeated && !Array.isArray(member) ? [member] : member];
  });
  return Object.fromEntries(members);
}

/** What is JSON is what it says. */
export function formReadings(body: WireBody, meant: Json): readonly Json[] {
  const fields = fieldsOf(body, meant).map(([field, member]) => {
    const isJsonAlone = field.style === undefined && field.types.every(isJson);
    return [field.name, isJsonAlone ? [member] : readingsOf(member)] as const;
  });
  return readingsOf(meant).map((reading, index) =>
    isObject(reading)
      ? Object.fromEntries(
          fields.map(([name, readings]): [string, Json] => [name, readings[index] ?? readings[0] ?? null]),
        )
      : reading,
  );
}

export function fieldsOf(body: WireBody, value: Json): readonly (readonly [Field, Json])[] {
  return Object.entries(isObject(value) ? value : {}).map(([name, member]) => [fieldOf(body, name, member), member]);
}

export function memberOf(value: Json, name: string): Json {
  return (isObject(value) ? value[name] : undefined) ?? "";
}

function pairsOf({ name, style, types }: Field, value: Json): readonly NamedText[] {
  if (style !== undefined) return styledPairs(name, value, style);
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => [name, textIn(types[0] ?? "text/plain", item)]);
}

function readField(field: Field, pairs: readonly NamedText[], names: ReadonlySet<string>): Tree | undefined {
  const { name, kind, style, types } = field;
  if (style !== undefined) return readStyled({ ...field, style }, pairs, names);
  const items = pairs
    .filter(([key]) => key === name)
    .map(([, text]) => treeOf(valueIn(types[0] ?? "text/plain", text)));
  return oneOrAll(name, kind, items);
}

/** Only a list may be there more than once. */
export function oneOrAll(name: string, kind: Field["kind"], items: readonly Tree[]): Tree | undefined {
  if (items.length === 0) return undefined;
  if (kind !== "list" && items.length > 1) throw new Unreadable(`${name} more than once`);
  return kind === "list" ? items : items[0];
}
