import type { AtLeastOne, Closed, Cut, Least, Loose, Many, Mixed, None, Open, Pair } from "./types-tuples/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const open: Same<Open, [number?, number?, ...number[]]> = true;
export const least: Same<Least, [number, number, ...number[]]> = true;
export const one: Same<AtLeastOne, [number, string?]> = true;
export const closed: Same<Closed, [number, string]> = true;
export const pair: Same<Pair, [number, number]> = true;
export const cut: Same<Cut, [number?]> = true;
export const loose: Same<Loose, [number, ...unknown[]]> = true;
export const mixed: Same<Mixed, [string, string | null, ...boolean[]]> = true;
export const none: Same<None, []> = true;
export const many: Same<Many, number[]> = true;

export const opens: readonly Open[] = [[], [1], [1, 2, 3]];
// @ts-expect-error a pair is two
export const single: Pair = [1];
// @ts-expect-error a pair is two
export const triple: Pair = [1, 2, 3];
// @ts-expect-error nothing follows
export const longer: Closed = [1, "a", 2];
// @ts-expect-error the second is text
export const wrong: Closed = [1, 2];
