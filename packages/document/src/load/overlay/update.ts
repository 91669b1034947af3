import type { Json } from "../document.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { OwnContainer, Path } from "../rewritten/tree.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import { wordsForValue } from "../structure/words.js";
import type { Action } from "./action.js";
import type { Added, Applying } from "./applying.js";

/** One action that puts a value into nodes of the document (Overlay Specification 1.1.0, Action Object). */
export class Update {
  private readonly action: Action;
  private readonly added: Added;
  private readonly applying: Applying;

  constructor(action: Action, added: Added, applying: Applying) {
    this.action = action;
    this.added = added;
    this.applying = applying;
  }

  perform(paths: readonly Path[]): void {
    const { tree } = this.applying;
    const kinds = new Set(paths.map((path) => kindOf(tree.valueAt(path) ?? null)));
    if (kinds.size > 1)
      this.refuse(child(this.action.pointer, "target"), `${this.target} selects ${[...kinds].sort().join(" and ")}.`);
    else for (const path of paths) this.updateNode(path);
  }

  private get target(): string {
    return JSON.stringify(this.action.target);
  }

  private updateNode(path: Path): void {
    const { tree } = this.applying;
    const { value, at } = this.added;
    const node = tree.open(path);
    const holder = node === undefined ? tree.open(path.slice(0, -1)) : undefined;
    if (Array.isArray(node)) this.append(node);
    else if (node !== undefined && isObject(value)) this.mergeObject(node, value, at);
    else if (holder !== undefined && isPrimitive(value)) tree.put(holder, String(path.at(-1)), value, at);
    else this.refuseUnlike(this.target, tree.valueAt(path) ?? null, value, at);
  }

  private append(items: Json[]): void {
    const { value, at } = this.added;
    const { change } = this.action;
    const asItem = change.kind === "update" && change.asItem;
    if (Array.isArray(value) && !asItem) this.appendItems(items, value, at);
    else this.applying.tree.put(items, String(items.length), value, at);
  }

  private appendItems(items: Json[], added: readonly Json[], at: WrittenAt): void {
    for (const [index, item] of added.entries())
      this.applying.tree.put(items, String(items.length), item, inside(at, index));
  }

  /** Member by member: objects are merged, arrays put one behind the other, and anything else replaced by its like. */
  private mergeObject(target: OwnContainer, value: Json, at: WrittenAt): void {
    const { tree } = this.applying;
    for (const [key, added] of Object.entries(value ?? {})) {
      const present = member(target as Json, key);
      const place = inside(at, key);
      if (present === undefined || (isPrimitive(present) && isPrimitive(added))) tree.put(target, key, added, place);
      else if (kindOf(present) === kindOf(added)) this.mergeMember(tree.openMember(target, key), added, place);
      else this.refuseUnlike(JSON.stringify(key), present, added, place);
    }
  }

  private mergeMember(target: OwnContainer | undefined, added: Json, at: WrittenAt): void {
    if (Array.isArray(target)) this.appendItems(target, added as readonly Json[], at);
    else if (target !== undefined) this.mergeObject(target, added, at);
  }

  private refuseUnlike(what: string, present: Json, added: Json, at: WrittenAt): void {
    const { overlay } = this.applying;
    // What is copied stands in the document.
    const pointer = at.source === overlay ? at.pointer : child(this.action.pointer, "copy");
    this.refuse(
      pointer,
      `${what} is ${wordsForValue(present)} in the document, which takes no ${nameOf[kindOf(added)]}.`,
    );
  }

  private refuse(pointer: string, message: string): void {
    const { overlay, report } = this.applying;
    report(
      "overlay-conflict",
      overlay,
      pointer,
      message,
      "Put like to like, or remove what is there by an action before.",
    );
  }
}

const nameOf = { objects: "object", arrays: "array", values: "plain value" } as const;

function kindOf(value: Json): keyof typeof nameOf {
  if (isPrimitive(value)) return "values";
  return Array.isArray(value) ? "arrays" : "objects";
}

function isPrimitive(value: Json): value is null | boolean | number | string {
  return value === null || typeof value !== "object";
}

function inside(at: WrittenAt, key: string | number): WrittenAt {
  return { source: at.source, pointer: child(at.pointer, key) };
}
