import type { Closed, ClosedRequest, Empty, Impossible, Whole } from "./types-objects-closed/index.js";

export const empty: Empty = {};
// @ts-expect-error nothing may be in it
export const full: Empty = { a: 1 };
const something: { readonly a: number } = { a: 1 };
// @ts-expect-error nor in what was made before
export const made: Empty = something;

export const closed: Closed = { color: "red", id: "a" };
// @ts-expect-error a key that is misspelt
export const misspelt: Closed = { colour: "red" };
export const sent: ClosedRequest = { color: "red" };
// @ts-expect-error a request has no id
export const identified: ClosedRequest = { id: "a" };

export const whole: Whole = { color: "red", size: 1 };
// @ts-expect-error a key that is misspelt
export const misspeltWhole: Whole = { colour: "red", size: 1 };

export const possible: Impossible = {};
// @ts-expect-error the first part refuses every property
export const impossible: Impossible = { size: 1 };
