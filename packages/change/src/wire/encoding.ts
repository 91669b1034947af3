import type { Direction } from "@facsimile/document";
import { sameValue } from "../sets/same-value.js";
import { type Form, isMultipart } from "./form.js";
import type { FormWriting } from "./form-writing.js";
import { writingsIn } from "./form-writings.js";
import type { Found } from "./found.js";
import { compareHeaders } from "./headers.js";
import { type Both, type Editions, found } from "./place.js";
import { code } from "./words.js";

/** A body in both editions that is a form. */
export interface Forms {
  readonly old: Form;
  readonly new: Form;
}

/** Compares how the properties of a form are written (OpenAPI 3.1.1, 4.8.15). `encoding` says nothing of other bodies. */
export function compareEncoding(editions: Editions, both: Both, { old, new: next }: Forms): readonly Found[] {
  const { direction, type } = old;
  const writings = writingsIn(next);
  const byName = [...writingsIn(old)].flatMap(([name, was]) => {
    const is = writings.get(name);
    if (is === undefined) return [];
    const words = `property ${code(name)} of the form`;
    const encodings = { old: old.encodings.get(name), new: next.encodings.get(name) };
    const places = { old: encodings.old ?? both.old, new: encodings.new ?? both.new };
    // Parts of a form of type `application/x-www-form-urlencoded` have no headers (OpenAPI 3.1.1, 4.8.15.1).
    const headers = isMultipart(type) ? compareHeaders(editions, places, direction, words) : [];
    const pairs = pairsOf(was, is, sameValue(encodings.old?.value ?? {}, encodings.new?.value ?? {}));
    const changes = pairs.flatMap((pair) => compareWriting(direction, places, words, pair));
    return [...new Map(changes.map((each) => [each.message, each])).values(), ...headers];
  });
  return [...byName, ...compareByPosition(both, direction, type)];
}

type Writings = ReadonlyMap<string, FormWriting>;

/** Ways to write values of one kind. A value of another kind is written in another way for no other reason where `encoding` is the same. */
function pairsOf(was: Writings, is: Writings, isSame: boolean): readonly (readonly [FormWriting, FormWriting])[] {
  const pairs = [...was].flatMap(([kind, before]) => {
    const after = is.get(kind);
    return after === undefined ? [] : [[before, after] as const];
  });
  if (isSame || pairs.length > 0) return pairs;
  return [...was.values()].flatMap((before) => [...is.values()].map((after) => [before, after] as const));
}

function compareWriting(
  direction: Direction,
  places: Both,
  words: string,
  [was, is]: readonly [FormWriting, FormWriting],
): readonly Found[] {
  if (was.style !== "" && was.style === is.style) return compareReserved(direction, places, words, was, is);
  return was.types.length > 0 && is.types.length > 0
    ? compareTypes(direction, places, words, was.types, is.types)
    : [found("encoding-changed", direction, places, `${words} is written in another way now`)];
}

/** Where reserved characters may stand as they are, they may be percent-encoded as well. */
function compareReserved(
  direction: Direction,
  places: Both,
  words: string,
  was: FormWriting,
  is: FormWriting,
): readonly Found[] {
  if (was.reserved === is.reserved || was.reserved === "none" || is.reserved === "none") return [];
  return is.reserved === "allowed"
    ? [found("encoding-widened", direction, places, `reserved characters of ${words} may stand as they are now`)]
    : [found("encoding-narrowed", direction, places, `reserved characters of ${words} have to be percent-encoded now`)];
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
