import { maxDepth } from "../anchors.js";
import type { Json } from "../document.js";

/** Values: some forty times those of GitHub's document. Actions that copy what they copied double them each time. */
export const maxSize = 10_000_000;

interface Extent {
  /** Values in it, itself included. */
  readonly size: number;
  /** Containers inside one another in it. */
  readonly height: number;
}

/** Whether a document is larger or deeper, with what it shares written out, than anything can be made of. Each container is looked at once. */
export function isTooLarge(json: Json): boolean {
  const { size, height } = measure(json, new Map(), 0);
  return size > maxSize || height > maxDepth;
}

function measure(value: Json, known: Map<object, Extent>, depth: number): Extent {
  if (value === null || typeof value !== "object") return { size: 1, height: 0 };
  const before = known.get(value);
  if (before !== undefined) return before;
  if (depth > maxDepth) return { size: 1, height: 1 };
  let size = 1;
  let height = 0;
  for (const inner of Object.values(value)) {
    const extent = measure(inner, known, depth + 1);
    size += extent.size;
    height = Math.max(height, extent.height);
  }
  const extent = { size, height: height + 1 };
  known.set(value, extent);
  return extent;
}
