import type { Tin } from "./nullable-all-of-read-only/index.js";

export const tin: Tin = { lid: "red" };
// @ts-expect-error it has no lid
export const wrong: Tin = { id: null };
