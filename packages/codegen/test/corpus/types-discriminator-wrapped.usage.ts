import type { Diesel, Engine, Labelled, Shelf, Steam } from "./types-discriminator-wrapped/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const main: Same<Shelf["main"], Engine> = true;
export const spare: Same<Shelf["spare"], Engine | null> = true;

export const labelled: readonly Labelled[] = [
  { kind: "steam", coal: 1, label: "a" },
  { kind: "diesel", oil: 1 },
];
// @ts-expect-error the label is text
export const misLabelled: Labelled = { kind: "diesel", label: 1 };
// @ts-expect-error steam needs coal
export const cold: Labelled = { kind: "steam", label: "a" };
// @ts-expect-error there is no such engine
export const unknown: Labelled = { kind: "sail" };

export function fuel(engine: Labelled): number | undefined {
  return engine.kind === "steam" ? engine.coal : engine.oil;
}
// The members are as they are on their own.
export const parts: [Steam, Diesel] = [
  { kind: "any", coal: 1 },
  { kind: "any", oil: 1 },
];
