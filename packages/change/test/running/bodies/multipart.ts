import { essence, isObject, type Json } from "@facsimile/document";
import { sentValue } from "../operations/edition.js";
import { isScalar } from "../operations/written.js";
import type { RandomValues } from "../random-values.js";
import { described } from "./described.js";
import { type Field, fieldOf, textIn, valueIn } from "./fields.js";
import { concrete } from "./media-types.js";
import { type NamedText, readStyled, styledPairs } from "./pairs.js";
import { type Part, readParts, writeParts } from "./parts.js";
import { readingsOf, treeOf } from "./trees.js";
import { fieldsOf, isForm, memberOf, oneOrAll } from "./urlencoded.js";
import { type BodyLanguage, type Tree, Unreadable, type WireBody } from "./wire-body.js";

/** Forms in parts, each with a media type and headers (RFC 7578). */
export const multipart: BodyLanguage = {
  isWritable: (body, value) => isForm(body, value),
  write: (body, value, random) =>
    writeParts(
      essence(body.type),
      fieldsOf(body, value).flatMap(([field, member]) => partsOf(body, field, member, random)),
    ),
  read: (body, sent, meant) => {
    const parts = readParts(sent);
    const names = new Set(Object.keys(described(body.edition, body.media.schema ?? {}).properties));
    const read = [...names].map((name) => [
      name,
      readField(body, fieldOf(body, name, memberOf(meant, name)), parts, names),
    ]);
    return Object.fromEntries(read.filter(([, tree]) => tree !== undefined));
  },
};

function partsOf(body: WireBody, field: Field, value: Json, random: RandomValues): readonly Part[] {
  const headers = headersOf(body, field, random);
  if (field.style !== undefined)
    return styledPairs(field.name, value, field.style).map(([name, text]) => ({ name, headers, text }));
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => {
    const type = concrete(random.pick(field.types));
    // Text is what a part is where it does not say (RFC 7578, 4.4).
    const isUnsaid = type === "text/plain" && random.chance(2);
    return {
      name: field.name,
      headers: { ...headers, ...(!isUnsaid && { "content-type": type }) },
      text: textIn(type, item),
    };
  });
}

function headersOf({ edition, direction }: WireBody, field: Field, random: RandomValues): Part["headers"] {
  const stated = Object.entries(field.headers).flatMap(([name, stated]): readonly NamedText[] => {
    const header = edition.followed(stated);
    if (header.required !== true && random.chance(2)) return [];
    const value = sentValue(edition.subject(header, direction), random, isScalar);
    return value === undefined ? [] : [[name.toLowerCase(), String(value)]];
  });
  return Object.fromEntries(stated);
}

function readField(body: WireBody, field: Field, parts: readonly Part[], names: ReadonlySet<string>): Tree | undefined {
  const { name, kind, style } = field;
  const own = parts.filter((part) => part.name === name);
  for (const part of own) checkHeaders(body, field, part);
  if (style !== undefined)
    return readStyled(
      { ...field, style },
      parts.map((part) => [part.name, part.text]),
      names,
    );
  return oneOrAll(
    name,
    kind,
    own.map((part) => treeOf(valueIn(checkedType(field, part), part.text))),
  );
}

function checkedType({ name, types }: Field, { headers }: Part): string {
  const type = headers["content-type"] ?? "text/plain";
  const [major = ""] = type.split("/");
  if ([type, `${major}/*`, "*/*"].some((each) => types.includes(each))) return type;
  throw new Unreadable(`${name} is ${type}, not ${types.join(" or ")}`);
}

function checkHeaders({ edition, direction }: WireBody, field: Field, { name, headers }: Part): void {
  for (const [key, stated] of Object.entries(field.headers)) {
    const header = edition.followed(stated);
    const text = headers[key.toLowerCase()];
    if (key.toLowerCase() === "content-type") continue;
    if (text === undefined && header.required === true) throw new Unreadable(`${name} has no header ${key}`);
    const { judge } = edition.subject(header, direction);
    if (text !== undefined && isObject(header) && !readingsOf(text).some((reading) => judge.allows(reading)))
      throw new Unreadable(`header ${key} of ${name}: ${text}`);
  }
}
