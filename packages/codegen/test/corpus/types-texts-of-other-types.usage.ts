import type { Shelf } from "./types-texts-of-other-types/index.js";

export const shelf: Shelf = { size: 1 };
// @ts-expect-error it is a number
export const wrong: Shelf = { size: "1" };
