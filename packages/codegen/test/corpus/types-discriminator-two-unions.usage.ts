import type { Cat, Guest, Pet } from "./types-discriminator-two-unions/index.js";

export const pet: Pet = { kind: "cat", lives: 9 };
// @ts-expect-error the other union calls it so
export const wrongPet: Pet = { kind: "feline", lives: 9 };
export const guest: Guest = { kind: "feline", lives: 9 };
// @ts-expect-error the other union calls it so
export const wrongGuest: Guest = { kind: "cat", lives: 9 };
export const cat: Cat = { kind: "whatever", lives: 9 };

export function lives(one: Guest): number | undefined {
  return one.kind === "feline" ? one.lives : undefined;
}
