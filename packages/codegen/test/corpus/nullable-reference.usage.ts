import type { Tin } from "./nullable-reference/index.js";

export const tin: Tin = { lid: { color: "red" } };
// @ts-expect-error null is no value
export const wrong: Tin = { lid: null };
