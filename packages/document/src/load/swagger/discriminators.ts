import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { child, member, referenceToPointer } from "../pointer.js";
import type { Source } from "../source.js";
import { inside, itemsOf, memberOf, membersOf, type Node, textOf } from "./node.js";
import { type OpenedFiles, targetOf } from "./opened-files.js";

/** By these, generators say which value of a discriminator stands for a definition: Swagger 2.0 itself has its name for it. */
const valueWords = ["x-ms-discriminator-value", "x-discriminator-value"];

/** Definitions that inherit from one another. Longer chains are told apart by their names. */
const mostAncestors = 20;

/** The values of discriminators that are no names of definitions. */
export class Discriminators {
  private readonly root: Source;
  private readonly opened: OpenedFiles;
  private mappings: Map<JsonObject, [value: string, definition: Node][]> | undefined;

  constructor(root: Source, opened: OpenedFiles) {
    this.root = root;
    this.opened = opened;
  }

  /** For a schema with a discriminator: the definitions by the values that stand for them. Undefined where those are their names. */
  mappingOf(base: JsonObject): readonly (readonly [value: string, definition: Node])[] | undefined {
    this.mappings ??= this.read();
    return this.mappings.get(base);
  }

  private read(): Map<JsonObject, [string, Node][]> {
    const mappings = new Map<JsonObject, [string, Node][]>();
    const definitions = memberOf({ value: this.root.json, at: { source: this.root, pointer: "" } }, "definitions");
    for (const [name, definition] of membersOf(definitions)) {
      const word = valueWords.find((candidate) => typeof member(definition.value, candidate) === "string");
      if (word === undefined) continue;
      const ref: Json = referenceToPointer(child("/definitions", name));
      const entry: Node = { value: ref, at: inside(definition.at, word) };
      for (const base of this.ancestorsOf(definition)) {
        const known = mappings.get(base) ?? [];
        mappings.set(base, known);
        known.push([String(member(definition.value, word)), entry]);
      }
    }
    return mappings;
  }

  private ancestorsOf(start: Node): ReadonlySet<JsonObject> {
    const found = new Set<JsonObject>();
    const pending = [start];
    for (let node = pending.pop(); node !== undefined && found.size < mostAncestors; node = pending.pop()) {
      for (const part of itemsOf(memberOf(node, "allOf"))) {
        const ref = textOf(part, "$ref");
        const target = ref === undefined ? undefined : targetOf(this.opened, ref, part.at.source);
        if (target === undefined || !isObject(target.value) || found.has(target.value)) continue;
        found.add(target.value);
        pending.push(target);
      }
    }
    return found;
  }
}
