import type { Shelf } from "./types-enums/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Of<Name extends keyof Shelf> = Exclude<Shelf[Name], undefined>;
export const mixed: Same<Of<"mixed">, "a" | 1 | true | null> = true;
export const typed: Same<Of<"typed">, "a" | 1 | "1"> = true;
export const whole: Same<Of<"whole">, 1 | 2 | 2.5> = true;
export const number: Same<Of<"number">, 1 | 2.5> = true;
export const negative: Same<Of<"negative">, -1> = true;
export const list: Same<Of<"list">, [1, "a"]> = true;
export const object: Same<Of<"object">, { size: 1 }> = true;
export const one: Same<Of<"one">, "only"> = true;
export const both: Same<Of<"both">, "b"> = true;
export const sized: Same<Of<"sized">, { size: 1 } | { size: 2 }> = true;
export const named: Same<Of<"named">, "small" | "large"> = true;
export const never: Same<Of<"never">, never> = true;
export const shelf: Shelf = { typed: "a", sized: { size: 2 } };
// @ts-expect-error it is not listed
export const wrong: Shelf = { typed: "b" };
// @ts-expect-error it is not listed
export const misSized: Shelf = { sized: { size: 3 } };
