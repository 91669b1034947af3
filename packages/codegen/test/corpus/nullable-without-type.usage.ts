import type { Tin } from "./nullable-without-type/index.js";

export const tins: Tin[] = [{ lid: "red" }, { lid: 1 }, { lid: null }];
