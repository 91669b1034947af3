import type { Shelf } from "./types-nullable-alternatives/index.js";

export const either: readonly Shelf["either"][] = [null, { a: "b" }, { b: "a" }];
// @ts-expect-error one of them is there
export const neither: Shelf["either"] = {};
export const typed: readonly Shelf["typed"][] = [null, { a: "b" }];
// @ts-expect-error it is text
export const wrong: Shelf["typed"] = { a: 1 };
