import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child, member, splitPointer } from "../load/pointer.js";
import { reachedComponents } from "./reached.js";
import { without } from "./without.js";

/** A document without some of its operations, and without the components that only they lead to. */
export interface Part {
  readonly json: JsonObject;
  /** JSON pointers of what it is without. */
  readonly removed: readonly string[];
}

/**
 * Takes operations out of a document, and the components that nothing else leads to.
 *
 * @param unwanted - JSON pointers of operations, below `paths` and `webhooks`
 * @param wanted - those of the other ones
 */
export function partOf(document: JsonObject, unwanted: readonly string[], wanted: readonly string[]): Part {
  const { components = {}, paths = {}, webhooks = {} } = document;
  const operations = withWholeItems(unwanted, new Set(wanted.map(itemOf)));
  const left = Object.values(without({ paths, webhooks }, operations));
  const removed = [...operations, ...componentsBut(reachedComponents(left, components), components)];
  return { json: without(document, removed), removed };
}

/** Where no operation of a path is wanted, the path is not. */
function withWholeItems(unwanted: readonly string[], items: ReadonlySet<string>): readonly string[] {
  return [...new Set(unwanted.map((pointer) => (items.has(itemOf(pointer)) ? pointer : itemOf(pointer))))];
}

/** The pointer of the path item that an operation is in. */
function itemOf(pointer: string): string {
  const [root = "", name = ""] = splitPointer(pointer);
  return child(child("", root), name);
}

/** Security schemes are named without a reference, so that all of them stay. */
function componentsBut(reached: ReadonlySet<string>, components: Json): readonly string[] {
  const sections = isObject(components) ? Object.keys(components) : [];
  return sections
    .filter((kind) => kind !== "securitySchemes")
    .flatMap((kind) => {
      const section = member(components, kind);
      const names = isObject(section) ? Object.keys(section) : [];
      return names.map((name) => child(child("/components", kind), name)).filter((pointer) => !reached.has(pointer));
    });
}
