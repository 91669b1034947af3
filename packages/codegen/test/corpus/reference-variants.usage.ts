import type { Drink, Tea } from "./reference-variants/schemas.js";

export const tea: Tea = { kind: "tea", name: "Assam", leaf: "whole" };
export const drink: Drink = tea;
// @ts-expect-error a tea has what all drinks have
export const wrong: Tea = { leaf: "whole" };
