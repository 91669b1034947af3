import type { Json, JsonObject } from "@facsimile/document";
import type { Kind } from "./object-model.js";

/** What may become of a field. */
export type Edit =
  | "added"
  | "removed"
  | "changed"
  | "raised"
  | "lowered"
  | "false added"
  | "false removed"
  | "item added"
  | "item removed"
  | "item changed"
  | "moved"
  | "extracted"
  | "inlined"
  | "led elsewhere";

/** The edits of each kind of field. Those of a flag: true comes and goes, false comes and goes, one becomes the other. `moved`: the order changes. */
const edits: Readonly<Record<Kind, readonly Edit[]>> = {
  value: ["added", "removed", "changed"],
  number: ["added", "removed", "raised", "lowered"],
  flag: ["added", "removed", "false added", "false removed", "raised", "lowered"],
  object: ["added", "removed"],
  schema: ["added", "removed", "changed"],
  list: ["added", "removed", "item added", "item removed", "item changed", "moved"],
  only: ["added", "removed", "changed"],
  map: ["added", "removed", "item added", "item removed", "item changed", "moved"],
  reference: ["extracted", "inlined", "led elsewhere"],
};

const needAbsence: ReadonlySet<Edit> = new Set(["added", "removed", "false added", "false removed"]);

export function editsOf(kind: Kind, isRequired: boolean): readonly Edit[] {
  return edits[kind].filter((edit) => !isRequired || !needAbsence.has(edit));
}

/** A value of the field in the old and in the new edition; undefined: it is not there. */
export type ValuePair = readonly [old: Json | undefined, new: Json | undefined];

/**
 * The two values of an edit, made from the samples of a field: two values, of which the second is the greater one, or three items of a list, or three
 * members of a map.
 */
export function valuesOf(kind: Kind, edit: Edit, samples: readonly Json[] | JsonObject): ValuePair {
  if (kind === "flag") return flagValues(edit);
  if (kind === "only" && !isList(samples))
    return singleValues(
      edit,
      Object.entries(samples).map((member) => Object.fromEntries([member])),
    );
  if (kind === "map" && !isList(samples)) return together(edit, Object.entries(samples), Object.fromEntries);
  if (!isList(samples)) throw new Error(`a ${kind} has a list of samples`);
  return kind === "list" ? together(edit, samples, (items) => items) : singleValues(edit, samples);
}

function isList(samples: readonly Json[] | JsonObject): samples is readonly Json[] {
  return Array.isArray(samples);
}

function singleValues(edit: Edit, [one, other]: readonly Json[]): ValuePair {
  switch (edit) {
    case "added":
      return [undefined, one];
    case "removed":
      return [one, undefined];
    case "lowered":
      return [other, one];
    default:
      return [one, other];
  }
}

function flagValues(edit: Edit): ValuePair {
  switch (edit) {
    case "added":
      return [undefined, true];
    case "removed":
      return [true, undefined];
    case "false added":
      return [undefined, false];
    case "false removed":
      return [false, undefined];
    default:
      return edit === "raised" ? [false, true] : [true, false];
  }
}

/** Of three members, the first two are there by rule: so that what comes or goes stands beside others, and something can change its place. */
function together<Item>(edit: Edit, members: readonly Item[], whole: (items: Item[]) => Json): ValuePair {
  const [one, other, third] = members;
  if (one === undefined || other === undefined || third === undefined) throw new Error("three samples are needed");
  const two = whole([one, other]);
  switch (edit) {
    case "added":
      return [undefined, two];
    case "removed":
      return [two, undefined];
    case "item added":
      return [two, whole([one, other, third])];
    case "item removed":
      return [whole([one, other, third]), two];
    case "item changed":
      return [two, whole([one, third])];
    default:
      return [two, whole([other, one])];
  }
}
