import type { Tin } from "./nullable-reference-3.1/index.js";

export const tin: Tin = { lid: { color: "red", size: "small" } };
// @ts-expect-error null is refused beside the reference
export const wrong: Tin = { lid: null };
