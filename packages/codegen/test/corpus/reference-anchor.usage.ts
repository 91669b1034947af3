import type { Shelf, Tin } from "./reference-anchor/schemas.js";

export const tin: Tin = { label: "tea", lid: true };
export const shelf: Shelf = { shelves: [{ shelves: [] }] };
// @ts-expect-error the lid is there or not
export const wrong: Tin = { label: "tea", lid: "red" };
