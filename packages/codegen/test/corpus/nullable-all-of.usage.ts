import type { Tin } from "./nullable-all-of/index.js";

export const tins: Tin[] = [{ lid: { color: "red" } }, { lid: null }];
// @ts-expect-error it is a lid, or null
export const wrong: Tin = { lid: 1 };
