import { type Direction, essence, isJson } from "@facsimile/document";
import { allowsAnyBytes, isBytes } from "./bytes.js";
import type { Edition, ObjectNode } from "./edition.js";
import { compareEncoding } from "./encoding.js";
import { type Forms, formIn, isForm } from "./form.js";
import { compareFormValues } from "./form-values.js";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { itemSchemaIn, schemaIn } from "./serialization.js";
import { isOfTexts } from "./text-types.js";
import { code } from "./words.js";
import { compareXml, isXml } from "./xml.js";

/** Compares what a body may be, by media type. */
export function compareContent(
  editions: Editions,
  both: Both,
  direction: Direction,
  subject: string,
): readonly Found[] {
  // Who gets a webhook has named no media types in `Accept`.
  const isUnasked = direction === "response" && editions.sent === "response";
  const old = mediaTypesOf(editions.old, both.old);
  const next = mediaTypesOf(editions.new, both.new);
  const pairs = [...old].flatMap(([type, media]) => compareMedia(editions, type, media, next, direction));
  const narrower = [...next].flatMap(([type, media]) => {
    const range = old.has(type) ? undefined : covering(type, old);
    return range === undefined ? [] : comparePair(editions, { old: range, new: media }, direction, type);
  });
  const removed = [...old].filter(([type]) => !next.has(type) && covering(type, next) === undefined);
  const added = [...next].filter(([type]) => !old.has(type) && covering(type, old) === undefined);
  return [
    ...pairs,
    ...narrower,
    ...removed.map(([type, media]) =>
      found(
        "media-type-removed",
        direction,
        { old: media, new: both.new },
        `${subject} may no longer be ${code(type)}`,
        isUnasked ? { class: "safe" } : {},
      ),
    ),
    ...added.map(([type, media]) =>
      found(
        "media-type-added",
        direction,
        { old: both.old, new: media },
        `${subject} may be ${code(type)} now`,
        isUnasked ? { class: "breaking" } : {},
      ),
    ),
  ];
}

/** Letter case and the order of parameters mean nothing (RFC 9110, 8.3.1). */
function mediaTypesOf(edition: Edition, node: ObjectNode): ReadonlyMap<string, ObjectNode> {
  const types = new Map(
    [...edition.objects(edition.object(node, "content"))].map(([type, media]) => [normal(type), media]),
  );
  const withoutCharset = [...types].map(([type, media]) => {
    const plain = essence(type);
    return isInUtf8(type) && !types.has(plain) ? ([plain, media] as const) : ([type, media] as const);
  });
  return new Map(withoutCharset);
}

function normal(type: string): string {
  const parameters = type
    .split(";")
    .slice(1)
    .map((parameter) => parameter.trim().toLowerCase());
  return [essence(type), ...parameters.filter((parameter) => parameter !== "").sort()].join("; ");
}

/** JSON is UTF-8, whether that is said or not (RFC 8259, 8.1 and 11). */
function isInUtf8(type: string): boolean {
  return isJson(type) && /^[^;]*; charset="?utf-?8"?$/.test(type);
}

function compareMedia(
  editions: Editions,
  type: string,
  media: ObjectNode,
  next: ReadonlyMap<string, ObjectNode>,
  direction: Direction,
): readonly Found[] {
  const other = next.get(type) ?? covering(type, next);
  return other === undefined ? [] : comparePair(editions, { old: media, new: other }, direction, type);
}

function comparePair(editions: Editions, both: Both, direction: Direction, type: string): readonly Found[] {
  const [old, next] = [schemaIn(both.old), schemaIn(both.new)];
  const isAnyBytes =
    isBytes(type) && allowsAnyBytes(editions.old, old, direction) && allowsAnyBytes(editions.new, next, direction);
  const forms = isForm(type) ? formsIn(editions, both, direction, type) : undefined;
  return [
    ...(isAnyBytes ? [] : compareValues(editions, direction, forms, type, both)),
    ...compareItems(editions, both, direction),
    ...(forms === undefined ? [] : compareEncoding(editions, both, forms)),
    ...(isXml(type) ? compareXml(editions, both, direction) : []),
  ];
}

/** Where values are texts, a number is one as well. */
function compareValues(
  editions: Editions,
  direction: Direction,
  forms: Forms | undefined,
  type: string,
  both: Both,
): readonly Found[] {
  const [old, next] = [schemaIn(both.old), schemaIn(both.new)];
  if (forms !== undefined) return compareFormValues(editions, direction, forms, old, next);
  return (isOfTexts(type) ? editions.texts : editions.schemas).compare(direction, old, next);
}

function formsIn(editions: Editions, both: Both, direction: Direction, type: string): Forms {
  return {
    old: formIn(editions.old, both.old, direction, type),
    new: formIn(editions.new, both.new, direction, type),
  };
}

/** Of a body that is a sequence of items (OpenAPI 3.2). */
function compareItems(editions: Editions, both: Both, direction: Direction): readonly Found[] {
  const [old, next] = [itemSchemaIn(both.old), itemSchemaIn(both.new)];
  return old.length + next.length === 0 ? [] : editions.schemas.compare(direction, old, next);
}

/** The media type range, such as `image/*`, that a type falls under; the narrowest one. */
function covering(type: string, all: ReadonlyMap<string, ObjectNode>): ObjectNode | undefined {
  const [major = "", minor = ""] = type.split(/[/;]/);
  const ranges = [type.split(";")[0] ?? "", ...(minor.trim() === "*" ? [] : [`${major}/*`]), "*/*"];
  return ranges
    .filter((range) => range !== type)
    .map((range) => all.get(range))
    .find((media) => media !== undefined);
}
