import type { Json, JsonObject } from "./document.js";
import { isObject, setMember } from "./object.js";
import type { Problem } from "./problem.js";

/** Puts the pairs of one mapping together. */
export class MappingBuilder {
  readonly object: { [key: string]: Json } = {};
  private readonly report: (problem: Problem) => void;
  /** Keys that a merge key brought: what the mapping writes itself wins over them, wherever it stands. */
  private merged: Set<string> | undefined;

  constructor(report: (problem: Problem) => void) {
    this.report = report;
  }

  set(key: string, value: Json, offset: number): void {
    if (Object.hasOwn(this.object, key) && !this.merged?.delete(key)) {
      const fix = "Remove one of the two, or give it the name that was meant.";
      const message = `The key ${JSON.stringify(key)} is given twice in the same object; its first value is left out.`;
      this.report({ code: "yaml-duplicate-key", offset, message, fix });
    }
    // The last one counts, as for JSON.parse (ECMA-262, 25.5.1).
    setMember(this.object, key, value);
  }

  /** `<<: *base` or `<<: [*one, *two]` (YAML 1.1, merge key type). */
  merge(value: Json, offset: number): void {
    for (const source of Array.isArray(value) ? value : [value]) {
      if (isObject(source)) {
        this.add(source);
      } else {
        const fix = "Give it an alias of a mapping, or a sequence of such aliases.";
        this.report({
          code: "yaml-merge-key",
          offset,
          message: "The merge key << merges something that is no mapping; nothing is merged.",
          fix,
        });
      }
    }
  }

  /** The first mapping that has a key gives its value. */
  private add(source: JsonObject): void {
    this.merged ??= new Set();
    for (const [key, value] of Object.entries(source)) {
      if (Object.hasOwn(this.object, key)) continue;
      setMember(this.object, key, value);
      this.merged.add(key);
    }
  }
}
