import type { Label } from "./reference-through/schemas.js";

const label: Label = "tea";
label.toUpperCase();
// @ts-expect-error it is a string
export const wrong: Label = 1;
