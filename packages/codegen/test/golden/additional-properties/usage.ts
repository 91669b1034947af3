import type { Maps } from "./src/index.js";

export const maps: Maps = {
  strings: { a: "b" },
  anything: { a: 1 },
  open: { a: 1 },
  closed: { a: "b" },
  same: { a: "b", c: "d" },
  other: { n: 1, c: "d" },
  patterned: { "x-a": true },
  nested: { a: [{}] },
};
// @ts-expect-error - a number among texts
export const wrong: Maps = { strings: { a: 1 } };
// @ts-expect-error - a property that there is not
export const more: Maps = { closed: { b: "c" } };
