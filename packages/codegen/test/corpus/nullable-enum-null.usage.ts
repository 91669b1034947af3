import type { Tin } from "./nullable-enum-null/index.js";

export const tins: Tin[] = [{ lid: "red" }, { lid: null }];
// @ts-expect-error it is one of two words, or null
export const wrong: Tin = { lid: 1 };
