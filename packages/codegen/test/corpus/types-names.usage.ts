import type { Cat, Dog, Shelf } from "./types-names/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const one: Same<Shelf["one"], Cat | Dog> = true;
export const any: Same<Shelf["any"], Cat | Dog> = true;
export const all: Same<Shelf["all"], Cat & Dog> = true;
export const list: Same<Shelf["list"], Cat[]> = true;
export const nullable: Same<Shelf["nullable"], Cat | null> = true;
export const described: Same<Shelf["described"], Cat> = true;
export const map: Same<Shelf["map"], { [key: string]: Cat }> = true;
