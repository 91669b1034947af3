import type { Mapped, Shape } from "./types-discriminator-own-values/index.js";

export const shapes: readonly Shape[] = [
  { kind: "round", radius: 1 },
  { kind: "square", side: 1 },
  { kind: "Blob", area: 1 },
];
// @ts-expect-error a circle is round
export const circle: Shape = { kind: "Circle", radius: 1 };
// @ts-expect-error what has no value of its own has its name
export const blob: Shape = { kind: "blob", area: 1 };
// @ts-expect-error a square has a side
export const square: Shape = { kind: "square", radius: 1 };

export const mapped: readonly Mapped[] = [
  { kind: "cup", size: 1 },
  { kind: "mug", size: 1 },
  { kind: "top", color: "red" },
];
// @ts-expect-error the enum allows it, the mapping does not name it
export const glass: Mapped = { kind: "glass", size: 1 };
// @ts-expect-error the mapping names it, the enum does not allow it
export const jar: Mapped = { kind: "jar", size: 1 };
// @ts-expect-error nothing of the mapping is allowed: the enum counts
export const lid: Mapped = { kind: "lid", color: "red" };
