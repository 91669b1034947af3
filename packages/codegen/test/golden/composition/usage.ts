import type { Mixed, Pet } from "./src/index.js";
import { createComposition } from "./src/index.js";
import type { Bike, Choice, Named } from "./src/schemas.js";

const api = createComposition();

await api.addPet({ body: { kind: "cat", lives: 9 } });
await api.addPet({ body: { kind: "puppy", loud: true } });

// @ts-expect-error - a cat is not loud
await api.addPet({ body: { kind: "cat", loud: true } });
// @ts-expect-error - not one of the kinds
await api.addPet({ body: { kind: "fish" } });

export function name(pet: Pet): number | boolean | undefined {
  return pet.kind === "cat" ? pet.lives : pet.loud;
}

export const bike: Bike = { type: "Bike", wheels: 2, gears: 3 };
export const mixed: Mixed = { id: "a", a: 1 };
export const named: Named = { kind: "cat", lives: 9 };
export const choices: Choice[] = ["a", ["b"], 3];
// @ts-expect-error - lives are required here
export const unnamed: Named = { kind: "cat" };
// @ts-expect-error - not one of the choices
export const choice: Choice = 4;
// @ts-expect-error - the identifier is required
export const incomplete: Mixed = { a: 1 };
