import type { Json, Location } from "../document.js";
import { Mends } from "../mends.js";
import { member, splitPointer } from "../pointer.js";
import type { Source } from "../source.js";
import type { Origins } from "./origins.js";
import type { WrittenAt } from "./written-at.js";

/** A document that was changed after it was read. What the change brought stands where {@link Origins} say, and the rest where it stood before. */
export class RewrittenSource implements Source {
  readonly file: string;
  readonly path: string;
  readonly json: Json;
  private readonly before: Source;
  private readonly others: readonly Source[];
  private readonly origins: Origins;
  private readonly mends = new Mends();

  /** @param others - what the change took something from */
  constructor(before: Source, others: readonly Source[], json: Json, origins: Origins) {
    this.file = before.file;
    this.path = before.path;
    this.json = json;
    this.before = before;
    this.others = others;
    this.origins = origins;
  }

  locate(pointer: string): Location {
    const { at } = this.follow(pointer);
    return at.source.locate(at.pointer);
  }

  mayHold(pattern: RegExp): boolean {
    return [this.before, ...this.others].some((source) => source.mayHold(pattern));
  }

  textAt(container: object, pointer: string): string | undefined {
    const { holder, at } = this.follow(pointer);
    const written = splitPointer(at.pointer);
    let inner: Json | undefined = at.source.json;
    for (const key of written.slice(0, -1)) inner = member(inner, key);
    if (holder !== container || inner === undefined || inner === null || typeof inner !== "object") return undefined;
    return at.source.textAt(inner, at.pointer);
  }

  moveKeys(container: object, keys: ReadonlyMap<string, string>): void {
    this.mends.moveKeys(container, keys);
  }

  addMade(value: Json, written: Json | undefined): void {
    this.mends.addMade(value, written);
  }

  /** Where the node at a pointer is written, or its nearest ancestor that is, and the container that the last key was looked for in. */
  private follow(pointer: string): { readonly holder: object | undefined; readonly at: WrittenAt } {
    let value: Json | undefined = this.json;
    let holder: object | undefined;
    let at: WrittenAt = { source: this.before, pointer: "" };
    for (const key of splitPointer(pointer)) {
      const next = member(value, key);
      if (next === undefined || value === null || typeof value !== "object") break;
      const written = this.mends.movedKey(value, key) ?? (this.mends.isMade(value) ? undefined : key);
      if (written !== undefined) at = this.origins.of(value, written, at);
      holder = value;
      value = next;
    }
    return { holder, at };
  }
}
