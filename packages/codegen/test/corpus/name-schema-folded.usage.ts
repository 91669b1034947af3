import type { TinLid, TinLidModel, TinLidModel2 } from "./name-schema-folded/schemas.js";

export const lid: TinLid = true;
export const first: TinLidModel = "a";
export const second: TinLidModel2 = 1;
