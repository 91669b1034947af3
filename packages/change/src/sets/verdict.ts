import type { Json } from "@facsimile/document";

/** Whether all values of one set are in another one. */
export type Verdict =
  | { readonly answer: "yes" }
  /** With a value that is in the one and not in the other, where one was made. */
  | { readonly answer: "no"; readonly example?: Json }
  | { readonly answer: "unknown" };

export const yes: Verdict = { answer: "yes" };
export const no: Verdict = { answer: "no" };
export const unknown: Verdict = { answer: "unknown" };

export function noBecauseOf(example: Json | undefined): Verdict {
  return example === undefined ? no : { answer: "no", example };
}

/** The first no decides; without one, the first doubt. */
export function every<Item>(items: Iterable<Item>, test: (item: Item) => Verdict): Verdict {
  let verdict = yes;
  for (const item of items) {
    const next = test(item);
    if (next.answer === "no") return next;
    if (next.answer === "unknown") verdict = next;
  }
  return verdict;
}

/** The first no of some verdicts, else the first doubt. */
export function together(...verdicts: readonly Verdict[]): Verdict {
  return every(verdicts, (verdict) => verdict);
}

/** Whether a value is in a set; undefined where that cannot be told. */
export type Membership = boolean | undefined;

/** In all of them. */
export function allOf(memberships: Iterable<Membership>): Membership {
  let all: Membership = true;
  for (const membership of memberships) {
    if (membership === false) return false;
    if (membership === undefined) all = undefined;
  }
  return all;
}

/** In one of them at least. */
export function anyOf(memberships: Iterable<Membership>): Membership {
  let any: Membership = false;
  for (const membership of memberships) {
    if (membership === true) return true;
    if (membership === undefined) any = undefined;
  }
  return any;
}
