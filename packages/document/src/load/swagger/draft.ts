import type { Json, JsonObject } from "../document.js";
import { setMember } from "../object.js";
import type { Origins } from "../rewritten/origins.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import { membersOf, type Node } from "./node.js";

/** An object that is being made, whose members remember where they are written. */
export class Draft {
  private readonly object: { [key: string]: Json } = {};
  private readonly origins: Origins;

  constructor(origins: Origins) {
    this.origins = origins;
  }

  get json(): JsonObject {
    return this.object;
  }

  get isEmpty(): boolean {
    return Object.keys(this.object).length === 0;
  }

  set(key: string, value: Json, at: WrittenAt): this {
    setMember(this.object, key, value);
    this.origins.set(this.object, key, at);
    return this;
  }

  /** Takes the members of a node over as they are. */
  copy(node: Node, isCopied: (key: string) => boolean): this {
    for (const [key, { value, at }] of membersOf(node)) if (isCopied(key)) this.set(key, value, at);
    return this;
  }
}

/** An array whose items remember where they are written. */
export function draftList(origins: Origins, items: readonly Node[]): readonly Json[] {
  const list = items.map(({ value }) => value);
  for (const [index, { at }] of items.entries()) origins.set(list, String(index), at);
  return list;
}
