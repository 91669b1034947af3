import type { Place } from "../facts/fact.js";
import { splitPointer } from "../spec/json.js";
import type { Finding } from "../verify/verify.js";

/** Finds the place of the pages that a part of a spec is about, by the facts that were held against it. */
export class FactPlaces {
  readonly #at = new Map<string, Place>();
  readonly #below = new Map<string, Place>();

  constructor(findings: readonly Finding[]) {
    for (const { fact, pointer } of findings) {
      const place = { page: fact.page, line: fact.line };
      if (!this.#at.has(pointer)) this.#at.set(pointer, place);
      for (let above = parentOf(pointer); above !== "" && !this.#below.has(above); above = parentOf(above))
        this.#below.set(above, place);
    }
  }

  /** The place of a fact about what is at a pointer, below it, or around it. Undefined where no more than the whole document is around it. */
  of(pointer: string): Place | undefined {
    for (let at = pointer; splitPointer(at).length > 1; at = parentOf(at)) {
      const place = this.#at.get(at) ?? (isOneThing(at) ? this.#below.get(at) : undefined);
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

/** Whether all that is below a pointer is about one operation, one schema or one security scheme. */
function isOneThing(pointer: string): boolean {
  return splitPointer(pointer).length > 2;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}
