import type { Thing } from "./src/index.js";

export const thing: Thing = { name: null, kind: "a", size: "1", parent: null, nothing: null, list: [null], object: {} };
// @ts-expect-error - only null
export const something: Thing = { name: "a", nothing: 1 };
// @ts-expect-error - not one of the values
export const unkind: Thing = { name: "a", nothing: null, kind: "c" };
