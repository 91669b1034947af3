import type { Tin } from "./nullable-all-of-component/index.js";

export const tins: Tin[] = [{ lid: { color: "red", height: 2 } }, { lid: null }];
// @ts-expect-error it has no height
export const wrong: Tin = { lid: { color: "red" } };
