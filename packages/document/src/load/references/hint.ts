import { nearest } from "../../nearest.js";
import type { Json } from "../document.js";
import { isObject } from "../object.js";

/** Keys that are compared for one document: enough for twenty mistakes in one with a thousand schemas. Comparing takes some 50 µs. */
const mostComparisons = 20_000;

/** Longer keys are nobody's spelling mistake, and comparing takes the square of their length. */
const longestKey = 100;

/** Finds the key that was probably meant, for as long as that is cheap. */
export class Hints {
  private left = mostComparisons;
  private readonly keys = new WeakMap<object, readonly string[]>();

  keyNear(key: string, container: Json | undefined): string | undefined {
    if (!isObject(container) || key.length > longestKey) return undefined;
    const keys = this.keys.get(container) ?? Object.keys(container);
    this.keys.set(container, keys);
    if (keys.length > this.left) return undefined;
    this.left -= keys.length;
    return nearest(key, keys);
  }
}
