import type { Tin } from "./nullable-any-of/index.js";

export const tins: Tin[] = [{ lid: "red" }, { lid: null }];
// @ts-expect-error it is a lid or a word, or null
export const wrong: Tin = { lid: 1 };
