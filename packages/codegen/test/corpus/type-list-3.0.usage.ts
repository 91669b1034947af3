import type { Tin } from "./type-list-3.0/index.js";

export const tins: Tin[] = [{ lid: "red" }, { lid: null }];
// @ts-expect-error it is a string, or null
export const wrong: Tin = { lid: 1 };
