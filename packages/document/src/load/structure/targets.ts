import { splitLast, valueAt } from "../pointer.js";
import type { Source } from "../source.js";
import { unusableTarget } from "./cause.js";
import type { Faults } from "./faults.js";
import type { Container, Place } from "./place.js";
import type { ReferenceUse } from "./reference-use.js";
import { Users } from "./users.js";

/** A reference that leads somewhere. */
export interface Led {
  readonly use: ReferenceUse;
  readonly source: Source;
  readonly pointer: string;
}

/** The places that references lead to. */
export class Targets {
  private readonly roots = new Map<Source, Container>();

  placeOf({ use, source, pointer }: Led): Place {
    const last = splitLast(pointer);
    // What a pointer leads to is in a container.
    const holder = last === undefined ? this.rootOf(source) : (valueAt(source.json, last.parent) as Container);
    const name = use.place.name ?? String(use.place.key);
    return { source, pointer, holder, key: last?.key ?? "", shape: use.shape, outer: undefined, name };
  }

  /** What has the root of a file as its only member. */
  rootOf(source: Source): Container {
    const root = this.roots.get(source) ?? { "": source.json };
    this.roots.set(source, root);
    return root;
  }

  /** Settles what references cost whose targets cannot be used: what stands there cannot be used either, nor what refers to that. */
  settle(references: readonly Led[], faults: Faults): void {
    if (!faults.any) return;
    const users = new Users(references.map((reference) => ({ reference, target: this.placeOf(reference) })));
    const queue = [...references];
    const unsettled = new Set(references);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const target = this.placeOf(next);
      const cause = faults.causeAt(target);
      if (cause === undefined || !unsettled.delete(next)) continue;
      const { place, ref } = next.use;
      const lost = faults.refuse(place, unusableTarget(place, ref, target, cause));
      for (const at of lost) queue.push(...users.of(at));
    }
  }
}
