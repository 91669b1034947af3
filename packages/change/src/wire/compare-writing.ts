import type { Direction } from "@facsimile/document";
import type { FormWriting } from "./form-writing.js";
import type { Found } from "./found.js";
import { type Both, found } from "./place.js";
import { code } from "./words.js";

/** Compares two ways in which a part of a form is written. */
export function compareWriting(
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
