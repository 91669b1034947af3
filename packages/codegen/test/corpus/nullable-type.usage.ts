import type { Tin } from "./nullable-type/index.js";

export const tins: Tin[] = [
  { lid: "red", seam: "side" },
  { lid: null, seam: "side" },
];
// @ts-expect-error it is a string, or null
export const wrongLid: Tin = { lid: 1, seam: "side" };
// @ts-expect-error it is a string, and not null
export const wrongSeam: Tin = { lid: null, seam: null };
