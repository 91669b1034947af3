import type { Json } from "../document.js";
import { isObject } from "../object.js";
import { sectionOf } from "../structure/section.js";
import type { Shape } from "../structure/shape.js";
import { keyOfShape } from "../structure/shape-key.js";
import type { Circles } from "./cycles.js";
import type { Place } from "./locate.js";
import type { References, Resolved, Unresolved } from "./resolve.js";

/** What is known of one reference: the places that it leads to, several for a dynamic one, or why it leads nowhere. */
export type Known = { readonly targets: readonly Resolved[] } | { readonly lost: Pick<Unresolved, "use" | "code"> };

/** The references of a document by the objects that they stand in. */
export class ReferenceIndex {
  private readonly byHolder = new Map<object, Map<string, Known>>();
  private readonly ends = new Map<object, Known>();

  constructor({ resolved, unresolved }: References, circles: Circles) {
    for (const one of resolved) {
      const isEmpty = circles.empty.has(one.use.holder) && one.use.key.startsWith("$");
      if (isEmpty) this.set(one.use, { lost: { use: one.use, code: "reference-unresolved" } });
      else this.add(one);
    }
    for (const { use, code } of unresolved) this.set(use, { lost: { use, code } });
  }

  /** Whether there is any reference in an object. */
  has(holder: object): boolean {
    return this.byHolder.has(holder);
  }

  at(holder: object, key: string, shape: Shape): Known | undefined {
    return this.byHolder.get(holder)?.get(keyOf(key, shape));
  }

  /**
   * What a place stands for in the end, where it is nothing but a reference to another, and so on.
   *
   * @param isEnd - whether a place keeps its own name though it is only a reference
   */
  endOf(start: Resolved, isEnd: (place: Place) => boolean): Known {
    const { shape } = start.use;
    const passed: object[] = [];
    let known: Known = { targets: [start] };
    while ("targets" in known) {
      const place: Place | undefined = known.targets[0];
      if (place === undefined || !isObject(place.value) || !isOnlyReference(place.value, shape) || isEnd(place)) break;
      const next: Known | undefined = this.ends.get(place.value) ?? this.at(place.value, "$ref", shape);
      if (next === undefined || passed.length > this.byHolder.size) break;
      passed.push(place.value);
      known = next;
    }
    for (const value of passed) this.ends.set(value, known);
    return known;
  }

  private add(one: Resolved): void {
    const known = this.at(one.use.holder, one.use.key, one.use.shape);
    const before = known !== undefined && "targets" in known ? known.targets : [];
    this.set(one.use, { targets: [...before, one] });
  }

  private set({ holder, key, shape }: Resolved["use"], known: Known): void {
    const entries = this.byHolder.get(holder) ?? new Map<string, Known>();
    this.byHolder.set(holder, entries.set(keyOf(key, shape), known));
  }
}

function keyOf(key: string, shape: Shape): string {
  return `${keyOfShape(shape)} ${key}`;
}

/** What else stands beside the `$ref` of a Reference object is ignored. */
function isOnlyReference(value: Json, shape: Shape): boolean {
  if (!isObject(value) || typeof value.$ref !== "string") return false;
  const isReferable = shape.kind === "object" && sectionOf(shape) !== undefined;
  return isReferable || Object.keys(value).length === 1;
}
