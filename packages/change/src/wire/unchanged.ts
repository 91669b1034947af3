import { isObject, type Json, type JsonObject, referenceTarget, schemaKeywords, valueAt } from "@facsimile/document";
import { sameValue } from "../sets/same-value.js";

/** Words for people, which travel nowhere (docs/changes.md, "metadata"). */
const words: ReadonlySet<string> = new Set(["title", "description", "example", "examples", "externalDocs", "$comment"]);

/**
 * Tells in one pass over both documents which schemas are written the same, with everything that they refer to, so that nothing more needs to be
 * asked about them. Two documents of different versions have none: the same text may mean something else.
 */
export class Unchanged {
  private readonly old: JsonObject;
  private readonly new: JsonObject;
  private readonly isComparable: boolean;
  private readonly known = new WeakMap<object, boolean>();
  private targets: ReadonlySet<string> | undefined;

  constructor(old: JsonObject, next: JsonObject, isComparable: boolean) {
    this.old = old;
    this.new = next;
    this.isComparable = isComparable;
  }

  isSame(old: Json, next: Json): boolean {
    if (!this.isComparable) return false;
    if (typeof old !== "object" || old === null) return sameValue(old, next);
    const known = this.known.get(old);
    if (known !== undefined) return known && this.isEqual(old, next, []);
    const targets: string[] = [];
    const isSame = this.isEqual(old, next, targets) && targets.every((target) => this.isComponentSame(target));
    this.known.set(old, isSame);
    return isSame;
  }

  private isComponentSame(target: string): boolean {
    return this.sameTargets().has(target);
  }

  /** The places that references lead to and that are the same, with everything that they refer to themselves. */
  private sameTargets(): ReadonlySet<string> {
    if (this.targets !== undefined) return this.targets;
    const pending = targetsIn(this.old);
    const referring = new Map<string, string[]>();
    const changed: string[] = [];
    for (const pointer of pending) {
      const targets: string[] = [];
      const [old, next] = [valueAt(this.old, pointer), valueAt(this.new, pointer)];
      if (old === undefined || next === undefined || !this.isEqual(old, next, targets)) changed.push(pointer);
      for (const target of targets) add(referring, target, pointer);
    }
    for (const pointer of changed) {
      pending.delete(pointer);
      changed.push(...(referring.get(pointer) ?? []).filter((other) => pending.delete(other)));
    }
    this.targets = pending;
    return pending;
  }

  /** Whether two schemas are written the same but for words; collects what they refer to. */
  private isEqual(old: Json, next: Json, targets: string[]): boolean {
    if (!isObject(old) || !isObject(next)) return sameValue(old, next);
    const target = referenceTarget(old);
    if (target !== undefined) targets.push(target);
    const keys = meaningful(old);
    if (keys.length !== meaningful(next).length) return false;
    return keys.every(
      (key) => Object.hasOwn(next, key) && this.isKeywordEqual(key, old[key] ?? null, next[key] ?? null, targets),
    );
  }

  private isKeywordEqual(key: string, old: Json, next: Json, targets: string[]): boolean {
    switch (schemaKeywords.get(key)?.holds) {
      case "schema":
        return this.isEqual(old, next, targets);
      case "list":
        if (!Array.isArray(old) || !Array.isArray(next)) return sameValue(old, next);
        return old.length === next.length && old.every((item, index) => this.isEqual(item, next[index], targets));
      case "map":
        if (!isObject(old) || !isObject(next)) return sameValue(old, next);
        return this.areMembersEqual(old, next, targets);
      default:
        return sameValue(old, next);
    }
  }

  private areMembersEqual(old: JsonObject, next: JsonObject, targets: string[]): boolean {
    const names = Object.keys(old);
    if (names.length !== Object.keys(next).length) return false;
    return names.every(
      (name) => Object.hasOwn(next, name) && this.isEqual(old[name] ?? null, next[name] ?? null, targets),
    );
  }
}

function meaningful(schema: JsonObject): readonly string[] {
  return Object.keys(schema).filter((key) => !words.has(key) && !key.startsWith("x-"));
}

/** The places that references of a document lead to. */
function targetsIn(json: Json): Set<string> {
  const targets = new Set<string>();
  const pending: Json[] = [json];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const target = referenceTarget(value);
    if (target !== undefined) targets.add(target);
    for (const member of Object.values(value)) pending.push(member);
  }
  return targets;
}

function add(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
