import type { Shelf } from "./types-numbers/index.js";

export const shelf: Shelf = { inexact: 9007199254740994, constant: -9007199254740994, largest: 9007199254740991 };
// @ts-expect-error it can be told from others
export const wrong: Shelf = { largest: 1 };
// @ts-expect-error it is a number
export const text: Shelf = { inexact: "1" };
