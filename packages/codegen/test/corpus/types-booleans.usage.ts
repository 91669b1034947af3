import type { Shelf } from "./types-booleans/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const anything: Same<Shelf["anything"], unknown> = true;
export const more: Same<Shelf["more"], unknown> = true;
export const nothing: Same<Exclude<Shelf["nothing" | "less" | "not" | "refused"], undefined>, never> = true;
export const list: Same<Exclude<Shelf["list"], undefined>, unknown[]> = true;
export const none: Same<Exclude<Shelf["none"], undefined>, never[]> = true;
export const text: Same<Exclude<Shelf["composed" | "either"], undefined>, string> = true;
export const whatever: Same<Shelf["whatever"], unknown> = true;
export const shelf: Shelf = { anything: null, more: [1] };
// @ts-expect-error no value fits
export const wrong: Shelf = { anything: 1, more: 1, nothing: 1 };
// @ts-expect-error any value, but a value
export const missing: Shelf = { more: 1 };
