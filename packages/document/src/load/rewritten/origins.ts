import { child } from "../pointer.js";
import type { WrittenAt } from "./written-at.js";

/** For containers that were changed or made after the document was read: where those members and items are written that are not in the same place of what was there before. */
export class Origins {
  private readonly known = new Map<object, Map<string, WrittenAt>>();

  /** Where a member or item is written. @param at - where its container is */
  of(container: object, key: string, at: WrittenAt): WrittenAt {
    return this.known.get(container)?.get(key) ?? { source: at.source, pointer: child(at.pointer, key) };
  }

  set(container: object, key: string, at: WrittenAt): void {
    const members = this.known.get(container);
    if (members === undefined) this.known.set(container, new Map([[key, at]]));
    else members.set(key, at);
  }

  /** A container was copied to be changed. */
  copy(container: object, copy: object): void {
    const members = this.known.get(container);
    if (members !== undefined) this.known.set(copy, new Map(members));
  }

  delete(container: object, key: string): void {
    this.known.get(container)?.delete(key);
  }
}
