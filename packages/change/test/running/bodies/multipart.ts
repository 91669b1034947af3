import { essence, isJson, isObject, type Json, type JsonObject } from "@facsimile/document";
import type { RandomValues } from "../random-values.js";
import { described } from "./described.js";
import { type Field, fieldAt, fieldOf, textIn, valueIn } from "./fields.js";
import { concrete } from "./media-types.js";
import { readStyled, styledPairs } from "./pairs.js";
import { checkHeaders, headersOf } from "./part-headers.js";
import { type Part, readParts, writeParts } from "./parts.js";
import { isAllText, isText, treeOf } from "./trees.js";
import { fieldsOf, formReadings, isField, memberOf, oneOrAll, withLists } from "./urlencoded.js";
import { type BodyLanguage, type SentBody, type Tree, Unreadable, type WireBody } from "./wire-body.js";

/** Forms in parts, each with a media type and headers (RFC 7578), which are told apart by their names, or by their positions where the value is a list. */
export const multipart: BodyLanguage = {
  readings: formReadings,
  takenAs: withLists,
  isWritable: (body, value) => isAllText(value) && arePartsWritable(body, value),
  write: (body, value, random) =>
    writeParts(
      essence(body.type),
      Array.isArray(value)
        ? value.map((item, index) => partOf(body, fieldAt(body, index, item), item, random, undefined))
        : fieldsOf(body, value).flatMap(([field, member]) => partsOf(body, field, member, random)),
    ),
  read: (body, sent, meant) => (Array.isArray(meant) ? readItems(body, sent, meant) : readFields(body, sent, meant)),
};

function arePartsWritable(body: WireBody, value: Json): boolean {
  if (!Array.isArray(value))
    return isObject(value) && fieldsOf(body, value).every(([field, member]) => isIn(body, field, member));
  return value.every((item, index) => isPart(body, fieldAt(body, index, item), item));
}

function isIn(body: WireBody, field: Field, member: Json): boolean {
  if (field.style !== undefined) return isField(field, member);
  if (Array.isArray(member) && isFile(body, field)) return false;
  return (Array.isArray(member) ? member : [member]).every((item) => isPart(body, field, item));
}

/** What no schema says the type of is bytes, in one part. */
function isFile({ edition, media }: WireBody, { name }: Field): boolean {
  const schema = described(edition, media.schema ?? {}).properties[name] ?? {};
  const { kind, isBytes } = described(edition, schema);
  return kind === undefined && isBytes;
}

function isPart(body: WireBody, field: Field, item: Json): boolean {
  return field.types.every((type) =>
    isParted(type)
      ? isObjectOrList(item) && arePartsWritable(below(body, field, type), item)
      : isText(item) || isJson(type),
  );
}

function isObjectOrList(value: Json): boolean {
  return typeof value === "object" && value !== null;
}

function isParted(type: string): boolean {
  return type.startsWith("multipart/");
}

/** A part that has parts itself, as a body (OpenAPI 3.2.0, Nested Encoding). */
function below({ edition, direction }: WireBody, { schema, encoding }: Field, type: string): WireBody {
  const { encoding: byName, prefixEncoding, itemEncoding } = encoding;
  const stated = Object.entries({ encoding: byName, prefixEncoding, itemEncoding }).filter(
    ([, each]) => each !== undefined,
  );
  return { edition, direction, type, media: { schema, ...(Object.fromEntries(stated) as JsonObject) } };
}

function readFields(body: WireBody, sent: SentBody, meant: Json): Tree {
  const parts = readParts(sent);
  const names = new Set(Object.keys(described(body.edition, body.media.schema ?? {}).properties));
  const read = [...names].map((name) => [
    name,
    readField(body, fieldOf(body, name, memberOf(meant, name)), parts, { names, meant: memberOf(meant, name) }),
  ]);
  return Object.fromEntries(read.filter(([, tree]) => tree !== undefined));
}

function readItems(body: WireBody, sent: SentBody, meant: readonly Json[]): Tree {
  return readParts(sent).map((part, index) => {
    const field = fieldAt(body, index, meant[index] ?? "");
    checkHeaders(body, field, part);
    return readPart(body, field, part, meant[index] ?? "");
  });
}

function partsOf(body: WireBody, field: Field, value: Json, random: RandomValues): readonly Part[] {
  const headers = headersOf(body, field, random);
  if (field.style !== undefined)
    return styledPairs(field.name, value, field.style).map(([name, text]) => ({ name, headers, text }));
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => partOf(body, field, item, random, field.name));
}

function partOf(body: WireBody, field: Field, item: Json, random: RandomValues, name: string | undefined): Part {
  const headers = headersOf(body, field, random);
  const type = concrete(random.pick(field.types));
  if (isParted(type)) {
    const { header, text } = multipart.write(below(body, field, type), item, random);
    return { name, headers: { ...headers, "content-type": header }, text };
  }
  // Text is what a part is where it does not say (RFC 7578, 4.4).
  const isUnsaid = type === "text/plain" && random.chance(2);
  return { name, headers: { ...headers, ...(!isUnsaid && { "content-type": type }) }, text: textIn(type, item) };
}

function readField(
  body: WireBody,
  field: Field,
  parts: readonly Part[],
  { names, meant }: { readonly names: ReadonlySet<string>; readonly meant: Json },
): Tree | undefined {
  const { name, kind, style } = field;
  const own = parts.filter((part) => part.name === name);
  for (const part of own) checkHeaders(body, field, part);
  if (style !== undefined)
    return readStyled(
      { ...field, style },
      parts.map((part) => [part.name ?? "", part.text]),
      names,
    );
  const items = Array.isArray(meant) ? meant : [meant];
  return oneOrAll(
    name,
    kind,
    own.map((part, index) => readPart(body, field, part, items[index] ?? "")),
  );
}

function readPart(body: WireBody, field: Field, part: Part, meant: Json): Tree {
  const type = checkedType(field, part);
  if (!isParted(type)) return treeOf(valueIn(type, part.text));
  return multipart.read(
    below(body, field, type),
    { header: part.headers["content-type"] ?? "", text: part.text },
    meant,
  );
}

function checkedType({ name, types }: Field, { headers }: Part): string {
  const type = essence(headers["content-type"] ?? "text/plain");
  const [major = ""] = type.split("/");
  if ([type, `${major}/*`, "*/*"].some((each) => types.includes(each))) return type;
  throw new Unreadable(`${name} is ${type}, not ${types.join(" or ")}`);
}
