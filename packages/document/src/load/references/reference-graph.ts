import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { member } from "../pointer.js";
import type { Resolved } from "./resolve.js";

/** Keywords whose schemas describe the very same value and not a part of it. */
const composing = ["allOf", "anyOf", "oneOf"] as const;

/** References with a single meaning that may follow one another, when one looks for what they all stand for. */
const mostAliases = 100;

/** Most objects have no references. */
const none: readonly never[] = [];

/** The objects of a document as references and composition connect them: what is said of one value. */
export class ReferenceGraph {
  private readonly references = new Map<object, Resolved[]>();

  constructor(references: readonly Resolved[]) {
    for (const reference of references) {
      const { holder, key } = reference.use;
      // A discriminator's mapping names schemas and says nothing of its own value.
      if (!key.startsWith("$") || reference.use.kind === "schema name") continue;
      const known = this.references.get(holder);
      if (known === undefined) this.references.set(holder, [reference]);
      else known.push(reference);
    }
  }

  holders(): Iterable<object> {
    return this.references.keys();
  }

  referencesIn(holder: object): readonly Resolved[] {
    return this.references.get(holder) ?? none;
  }

  targets(holder: object): readonly JsonObject[] {
    const references = this.references.get(holder);
    return references === undefined ? none : references.map(({ value }) => value).filter(isObject);
  }

  successors(node: object): readonly JsonObject[] {
    const targets = this.targets(node);
    if (this.referencesIn(node).some(({ use }) => use.shape.kind !== "schema")) return targets;
    const keywords = composing.filter((keyword) => Object.hasOwn(node, keyword));
    return keywords.length === 0 ? targets : [...targets, ...keywords.flatMap((keyword) => partsOf(node, keyword))];
  }

  /** What the reference in an object stands for, through others that are nothing but references. */
  endOf(holder: object): Resolved | undefined {
    let end = this.referencesIn(holder)[0];
    for (let aliases = 0; end !== undefined && aliases < mostAliases; aliases++) {
      if (!isObject(end.value) || Object.keys(end.value).length > 1) return end;
      const [next] = this.referencesIn(end.value);
      if (next === undefined) return end;
      end = next;
    }
    return undefined;
  }
}

export function partsOf(schema: object, keyword: "allOf" | "anyOf" | "oneOf"): JsonObject[] {
  // The nodes of the graph are objects of documents.
  const parts = member(schema as Json, keyword);
  return Array.isArray(parts) ? parts.filter(isObject) : [];
}
