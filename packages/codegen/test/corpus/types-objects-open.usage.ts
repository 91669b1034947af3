import type {
  Anything,
  Extended,
  Forbidden,
  Listed,
  Numbers,
  Patterned,
  Prices,
  Unevaluated,
} from "./types-objects-open/index.js";

export const prices: Prices = { name: "a", tea: 1 };
// @ts-expect-error a price is a number
export const free: Prices = { name: "a", tea: true };
// @ts-expect-error the name is text
export const numbered: Prices = { name: 1 };
export const name: string = prices.name;
const key: string = "tea";
// @ts-expect-error a price may be missing
export const tea: number = prices[key];

export const numbers: Numbers = { a: 1 };
export const total: number = Object.values(numbers).reduce((sum, value) => sum + value, 0);
// @ts-expect-error all of them are numbers
export const texts: Numbers = { a: "b" };

export const extended: Extended = { name: "a", tea: 1 };
// @ts-expect-error a price is a number
export const freeExtended: Extended = { name: "a", tea: true };

export const patterned: Patterned = { name: "a", "x-box": { size: 1 } };
// @ts-expect-error the name is text
export const misnamed: Patterned = { name: { size: 1 } };

export const listed: readonly Listed[] = [{ red: 1 }, { green: 2 }, {}];
// @ts-expect-error there is no such name
export const blue: Listed = { blue: 1 };
// @ts-expect-error all of them are numbers
export const red: Listed = { red: "1" };

export const unevaluated: Unevaluated = { name: "a", tea: 1 };
// @ts-expect-error a price is a number
export const freeUnevaluated: Unevaluated = { name: "a", tea: true };

export const anything: Anything = { name: "a", tea: [true] };
// @ts-expect-error the name is text
export const misnamedAnything: Anything = { name: 1 };

export const forbidden: Forbidden = {};
// @ts-expect-error no value fits
export const old: Forbidden = { old: 1 };
// @ts-expect-error no value fits
export const older: Forbidden = { older: null };
