import type { Json, JsonObject } from "../document.js";
import { isObject, setMember } from "../object.js";
import { member } from "../pointer.js";
import { Origins } from "./origins.js";
import type { WrittenAt } from "./written-at.js";

/** The keys and indexes that lead to a node. */
export type Path = readonly (string | number)[];

/** A container that only one {@link Tree} holds, so that it may be changed. */
export type OwnObject = { [key: string]: Json };
export type OwnContainer = OwnObject | Json[];

/** A document that is being changed. What is changed is copied first, with what it stands in; the rest is shared with the document before. */
export class Tree {
  readonly origins: Origins;
  private readonly own = new Set<object>();
  private root: JsonObject;

  constructor(json: JsonObject, origins: Origins = new Origins()) {
    this.root = json;
    this.origins = origins;
  }

  get json(): JsonObject {
    return this.root;
  }

  valueAt(path: Path): Json | undefined {
    let value: Json | undefined = this.root;
    for (const key of path) value = member(value, String(key));
    return value;
  }

  /** The container at a path, made ready to be changed. Undefined where there is none. */
  open(path: Path): OwnContainer | undefined {
    let container: OwnContainer = this.ownRoot();
    for (const key of path) {
      const inner = this.openMember(container, String(key));
      if (inner === undefined) return undefined;
      container = inner;
    }
    return container;
  }

  /** The container that a member or item is, made ready to be changed. Undefined where it is none. */
  openMember(container: OwnContainer, key: string): OwnContainer | undefined {
    const value = member(container as Json, key);
    if (value === undefined || value === null || typeof value !== "object") return undefined;
    // What this tree made is an own container of it.
    if (this.own.has(value)) return value as OwnContainer;
    const copy: OwnContainer = isObject(value) ? { ...value } : [...(value as readonly Json[])];
    this.own.add(copy);
    this.origins.copy(value, copy);
    setMember(container as OwnObject, key, copy);
    return copy;
  }

  /** Puts a value into an open container; an item at the end of an array where the key is its length. */
  put(container: OwnContainer, key: string, value: Json, at: WrittenAt): void {
    setMember(container as OwnObject, key, value);
    this.origins.set(container, key, at);
  }

  /** Takes members or items away from the container at a path. @param start - where the document before is */
  remove(path: Path, keys: ReadonlySet<string>, start: WrittenAt): void {
    const at = this.writtenAt(path, start);
    const container = this.open(path);
    if (Array.isArray(container)) this.removeItems(container, keys, at);
    else if (container !== undefined) for (const key of keys) this.removeMember(container, key);
  }

  private removeMember(container: OwnObject, key: string): void {
    delete container[key];
    this.origins.delete(container, key);
  }

  /** The items behind move up, and are written where they were. */
  private removeItems(container: Json[], keys: ReadonlySet<string>, at: WrittenAt): void {
    const kept = [...container.entries()].filter(([index]) => !keys.has(String(index)));
    const origins = kept.map(([index]) => this.origins.of(container, String(index), at));
    container.length = 0;
    for (const [index, [, item]] of kept.entries()) {
      container.push(item);
      this.origins.set(container, String(index), origins[index] ?? at);
    }
  }

  /** Where the node at a path is written. @param start - where the document before is */
  writtenAt(path: Path, start: WrittenAt): WrittenAt {
    let value: Json | undefined = this.root;
    let at = start;
    for (const key of path) {
      if (value === undefined || value === null || typeof value !== "object") break;
      at = this.origins.of(value, String(key), at);
      value = member(value, String(key));
    }
    return at;
  }

  private ownRoot(): OwnObject {
    if (!this.own.has(this.root)) {
      const copy = { ...this.root };
      this.origins.copy(this.root, copy);
      this.root = copy;
      this.own.add(copy);
    }
    // What this tree made is an own container of it.
    return this.root as OwnObject;
  }
}
