import type { Tin } from "./nullable-left-over/index.js";

export const tin: Tin = { lid: "red" };
// @ts-expect-error null is no value
export const wrong: Tin = { lid: null };
