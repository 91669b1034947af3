import { sameValue } from "../sets/same-value.js";
import { compareWriting } from "./compare-writing.js";
import type { ObjectNode } from "./edition.js";
import { encodingsOf, isByPosition, isNone } from "./encodings.js";
import { type Form, type Forms, formOf, isForm, isMultipart } from "./form.js";
import type { FormWriting } from "./form-writing.js";
import { encodingAt, type Writings, writingsAt, writingsIn } from "./form-writings.js";
import type { Found } from "./found.js";
import { compareHeaders } from "./headers.js";
import { type Both, type Editions, found } from "./place.js";
import { code } from "./words.js";

/**
 * Compares how the parts of a form are written (OpenAPI 3.1.1, 4.8.15; 3.2.0, Encoding Usage and Restrictions). `encoding` says nothing of other bodies.
 *
 * @param where What the form is called in a sentence.
 */
export function compareEncoding(editions: Editions, places: Both, forms: Forms, where = "the form"): readonly Found[] {
  return [...partsByName(forms, where), ...partsByPosition(forms, where)].flatMap((part) =>
    comparePart(editions, places, forms, part),
  );
}

/** A part of a form in both editions. */
interface Part {
  /** What it is called in a sentence. */
  readonly words: string;
  readonly was: Writings;
  readonly is: Writings;
  readonly encodings: { readonly old: ObjectNode | undefined; readonly new: ObjectNode | undefined };
}

function partsByName({ old, new: next }: Forms, where: string): readonly Part[] {
  const writings = writingsIn(next);
  return [...writingsIn(old)].flatMap(([name, was]) => {
    const is = writings.get(name);
    const encodings = { old: old.encodings.byName.get(name), new: next.encodings.byName.get(name) };
    return is === undefined ? [] : [{ words: `property ${code(name)} of ${where}`, was, is, encodings }];
  });
}

/** Parts that have no names are told apart where one edition does so; the last of them are all that follow. */
function partsByPosition({ old, new: next }: Forms, where: string): readonly Part[] {
  const forms = [old, next];
  if (!isMultipart(old.type) || !forms.some(({ encodings }) => isByPosition(encodings))) return [];
  const first = Math.max(...forms.map(firstParts));
  return Array.from({ length: first + 1 }, (_, index) => ({
    words: index < first ? `part ${index + 1} of ${where}` : `each ${first > 0 ? "further " : ""}part of ${where}`,
    was: writingsAt(old, index),
    is: writingsAt(next, index),
    encodings: { old: encodingAt(old, index), new: encodingAt(next, index) },
  }));
}

/** How many of the first parts have something of their own. */
function firstParts({ lists, encodings }: Form): number {
  return Math.max(encodings.byPosition.length, ...lists.map(({ prefixLength }) => prefixLength));
}

function comparePart(editions: Editions, around: Both, forms: Forms, part: Part): readonly Found[] {
  const { words, was, is, encodings } = part;
  const { direction, type } = forms.old;
  const places = { old: placeOf(encodings.old, around.old), new: placeOf(encodings.new, around.new) };
  // Parts of a form of type `application/x-www-form-urlencoded` have no headers (OpenAPI 3.1.1, 4.8.15.1).
  const headers = isMultipart(type) ? compareHeaders(editions, places, direction, words) : [];
  const pairs = pairsOf(was, is, sameValue(encodings.old?.value ?? {}, encodings.new?.value ?? {}));
  const changes = pairs.flatMap((pair) => compareWriting(direction, places, words, pair));
  const below = pairs.flatMap((pair) => compareBelow(editions, places, forms, pair, part));
  return [...new Map(changes.map((each) => [each.message, each])).values(), ...headers, ...below];
}

/** Where an edition says nothing of a part, it is the form that would. */
function placeOf(encoding: ObjectNode | undefined, around: ObjectNode): ObjectNode {
  return encoding ?? { value: {}, pointer: around.pointer };
}

/** Ways to write values of one kind. A value of another kind is written in another way for no other reason where `encoding` is the same. */
function pairsOf(was: Writings, is: Writings, isSame: boolean): readonly (readonly [FormWriting, FormWriting])[] {
  const pairs = [...was].flatMap(([kind, before]) => {
    const after = is.get(kind);
    return after === undefined ? [] : [[before, after] as const];
  });
  if (isSame || pairs.length > 0) return pairs;
  return [...was.values()].flatMap((before) => [...is.values()].map((after) => [before, after] as const));
}

/** Compares a part that has parts itself. */
function compareBelow(
  editions: Editions,
  places: Both,
  { old, new: next }: Forms,
  [was, is]: readonly [FormWriting, FormWriting],
  { words, encodings }: Part,
): readonly Found[] {
  if ([encodings.old, encodings.new].every((each) => isNone(encodingsOf(each)))) return [];
  const types = was.types.filter((type) => is.types.includes(type) && isForm(type));
  return types.flatMap((type) => {
    const forms = {
      old: formOf(old.edition, old.direction, type, was.values, encodings.old),
      new: formOf(next.edition, next.direction, type, is.values, encodings.new),
    };
    return isWithinReach(forms)
      ? compareEncoding(editions, places, forms, words)
      : [
          found(
            "encoding-changed",
            old.direction,
            places,
            `${words} may have parts that are written in another way now`,
            { class: "unknown" },
          ),
        ];
  });
}

/** What it costs to compare a part within a part, in steps of looking at a branch. */
const costOfPart = 50;

/** Parts within parts are counted by what they refer to, which may be the same again and again. */
function isWithinReach({ old, new: next }: Forms): boolean {
  return [old, next].every((form) => {
    const named = form.objects.reduce((sum, { declared }) => sum + declared.size, 0);
    return form.edition.shapes[form.direction].effort.spend(costOfPart * (named + firstParts(form)));
  });
}
