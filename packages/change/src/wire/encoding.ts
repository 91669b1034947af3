import type { Direction } from "@facsimile/document";
import { sameValue } from "../sets/same-value.js";
import type { ObjectNode } from "./edition.js";
import { type Form, type FormWriting, isForm, isMultipart, propertiesIn, writingOf } from "./form-writing.js";
import type { Found } from "./found.js";
import { compareHeaders } from "./headers.js";
import { type Both, type Editions, found } from "./place.js";
import { code } from "./words.js";

/** Compares how the properties of a form are written (OpenAPI 3.1.1, 4.8.15). `encoding` says nothing of other bodies. */
export function compareEncoding(editions: Editions, both: Both, direction: Direction, type: string): readonly Found[] {
  if (!isForm(type)) return [];
  const [was, is]: readonly [Form, Form] = [
    { edition: editions.old, media: both.old, direction, type },
    { edition: editions.new, media: both.new, direction, type },
  ];
  const [old, next] = [encodingsOf(was), encodingsOf(is)];
  const byName = [...propertiesIn(was)].flatMap((name) => {
    const words = `property ${code(name)} of the form`;
    const encodings = { old: old.get(name), new: next.get(name) };
    const places = { old: encodings.old ?? both.old, new: encodings.new ?? both.new };
    const [before, after] = [writingOf(was, name, encodings.old), writingOf(is, name, encodings.new)];
    if (before === undefined || after === undefined) return [];
    // Parts of a form of type `application/x-www-form-urlencoded` have no headers (OpenAPI 3.1.1, 4.8.15.1).
    const headers = isMultipart(type) ? compareHeaders(editions, places, direction, words) : [];
    const writings = [before, after] as const;
    return isToldBySchema(encodings, writings)
      ? headers
      : [...compareWriting(direction, places, words, writings), ...headers];
  });
  return [...byName, ...compareByPosition(both, direction, type)];
}

function encodingsOf({ edition, media }: Form): ReadonlyMap<string, ObjectNode> {
  return edition.objects(edition.object(media, "encoding"));
}

/** Whether a value is written in another way for no other reason than that it is another value. */
function isToldBySchema(
  { old, new: next }: { readonly [side in keyof Both]: ObjectNode | undefined },
  [was, is]: readonly [FormWriting, FormWriting],
): boolean {
  return was.kind !== is.kind && sameValue(old?.value ?? {}, next?.value ?? {});
}

function compareWriting(
  direction: Direction,
  places: Both,
  words: string,
  [was, is]: readonly [FormWriting, FormWriting],
): readonly Found[] {
  return was.style === is.style
    ? compareTypes(direction, places, words, was.types, is.types)
    : [found("encoding-changed", direction, places, `${words} is written in another way now`)];
}

/** Parts that have no names (OpenAPI 3.2.0, Encoding By Position). */
function compareByPosition(both: Both, direction: Direction, type: string): readonly Found[] {
  if (!isMultipart(type)) return [];
  const [was, is] = [both.old, both.new].map(({ value: { prefixEncoding = [], itemEncoding = {} } }) =>
    JSON.stringify([prefixEncoding, itemEncoding]),
  );
  const words = "the parts of the body are written in another way now";
  return was === is ? [] : [found("encoding-changed", direction, both, words)];
}

function compareTypes(
  direction: Direction,
  places: Both,
  words: string,
  was: readonly string[],
  is: readonly string[],
): readonly Found[] {
  const removed = was.filter((type) => !isCovered(type, is));
  const added = is.filter((type) => !isCovered(type, was));
  if (removed.length + added.length === 0) return [];
  const rule =
    removed.length === 0 ? "encoding-widened" : added.length === 0 ? "encoding-narrowed" : "encoding-changed";
  const message = `${words} is ${is.map(code).join(" or ")} now, it was ${was.map(code).join(" or ")}`;
  return [found(rule, direction, places, message)];
}

/** Whether a media type is one of some, or falls under a range of them, such as `image/*`. */
function isCovered(type: string, types: readonly string[]): boolean {
  const [major = ""] = type.split("/");
  return [type, `${major}/*`, "*/*"].some((each) => types.includes(each));
}
