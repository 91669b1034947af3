import type { Lamp, Level } from "./types-discriminator-no-text/index.js";

export const lamps: readonly Lamp[] = [
  { lit: true, watt: 5 },
  { lit: false, since: "noon" },
];
// @ts-expect-error what is lit has its watts
export const dark: Lamp = { lit: true };
// @ts-expect-error the property is no text
export const text: Lamp = { lit: "true", watt: 5 };
export function watts(lamp: Lamp): number {
  return lamp.lit ? lamp.watt : 0;
}

export const levels: readonly Level[] = [
  { number: 1, floor: "a" },
  { number: 2, roof: "b" },
];
// @ts-expect-error the enum allows it, the mapping does not name it
export const third: Level = { number: 3, roof: "b" };
// @ts-expect-error the first level has no roof
export const first: Level = { number: 1, roof: "b" };
