import type { Container, Place } from "./place.js";

/** The references that lead to a place. */
export class Users<Reference> {
  private readonly byPlace = new Map<Container, Map<string, Reference[]>>();

  constructor(references: readonly { readonly reference: Reference; readonly target: Place }[]) {
    for (const { reference, target } of references) {
      const byKey = this.byPlace.get(target.holder) ?? new Map<string, Reference[]>();
      this.byPlace.set(target.holder, byKey);
      const users = byKey.get(String(target.key));
      if (users === undefined) byKey.set(String(target.key), [reference]);
      else users.push(reference);
    }
  }

  of({ holder, key }: Place): readonly Reference[] {
    return this.byPlace.get(holder)?.get(String(key)) ?? [];
  }
}
