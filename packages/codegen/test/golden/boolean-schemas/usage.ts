import type { Box, Nothing } from "./src/index.js";
import type { Anything } from "./src/schemas.js";

export const anything: readonly Anything[] = [1, "a", null, {}];
// @ts-expect-error - there is no such value
export const nothing: Nothing = 1;

export const box: Box = {
  anything: null,
  list: [1, "a"],
  empty: [],
  map: { a: 1 },
  closed: { a: 1 },
  part: "a",
  either: "a",
};
// @ts-expect-error - nothing is none of the properties
export const full: Box = { anything: 1, nothing: 1 };
// @ts-expect-error - a list of nothing has no items
export const listed: Box = { anything: 1, empty: [1] };
// @ts-expect-error - no part of it may be impossible
export const never: Box = { anything: 1, never: "a" };
// @ts-expect-error - what is not anything is nothing
export const not: Box = { anything: 1, not: "a" };
