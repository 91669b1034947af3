import type { Tin } from "./reference-unresolved-schema/schemas.js";

export const text: Tin = { label: "tea" };
export const number: Tin = { label: 1 };
// @ts-expect-error but there is one
export const wrong: Tin = {};
