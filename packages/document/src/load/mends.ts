import type { Json } from "./document.js";

/** What of a value is not written as it is read: containers that were made, and keys that were moved. */
export class Mends {
  private readonly made = new Set<object>();
  private readonly moved = new Map<object, ReadonlyMap<string, string>>();

  /** @see Source.moveKeys */
  moveKeys(container: object, keys: ReadonlyMap<string, string>): void {
    this.moved.set(container, keys);
  }

  /** @see Source.addMade */
  addMade(value: Json, written: Json | undefined): void {
    if (value === null || typeof value !== "object" || value === written || this.made.has(value)) return;
    this.made.add(value);
    for (const inner of Object.values(value)) this.addMade(inner, written);
  }

  isMade(container: object): boolean {
    return this.made.has(container);
  }

  /** The key under which a member or item of a mended container is written, where it is another one. */
  movedKey(container: object, key: string): string | undefined {
    return this.moved.get(container)?.get(key);
  }
}
