import type { Box, Shelf } from "./types-nullable-3.0/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const reference: Same<Shelf["reference"], Box> = true;
export const values: Same<Shelf["enum"], "a" | "b" | null> = true;
export const withNull: Same<Shelf["enumWithNull"], "a" | null> = true;
export const object: Same<Shelf["object"], { size?: number } | null> = true;
export const list: Same<Shelf["list"], (string | null)[] | null> = true;
export const wrapped: Same<Shelf["wrapped"], Box | null> = true;
export const whole: Same<Exclude<Shelf["whole"], undefined>, Box> = true;
export const typeless: Shelf["typeless"] = null;
// @ts-expect-error the size is a number
export const wrong: Shelf["typeless"] = { size: "a" };
