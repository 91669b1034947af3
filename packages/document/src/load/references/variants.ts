import { isObject } from "../object.js";
import { partsOf, type ReferenceGraph } from "./reference-graph.js";
import type { Resolved } from "./resolve.js";
import type { StrongComponents } from "./strong-components.js";

/** A schema without its variants, as a node of its own. */
class Parent {
  readonly schema: object;

  constructor(schema: object) {
    this.schema = schema;
  }
}

/** Schemas that name their variants by `oneOf` or `anyOf`, while these name them by `allOf`. */
export class Variants {
  /** The objects whose reference stands for a schema without its variants, with that schema. */
  readonly parents: Map<object, Resolved> = new Map();
  private readonly graph: ReferenceGraph;
  private readonly circles: StrongComponents<object>;
  private readonly having = new Map<object, boolean>();
  private readonly nodes = new Map<object, Parent>();

  constructor(graph: ReferenceGraph, circles: StrongComponents<object>) {
    this.graph = graph;
    this.circles = circles;
  }

  /** Whether variants of a schema lead back to it. */
  has(schema: object): boolean {
    const known = this.having.get(schema);
    if (known !== undefined) return known;
    const direct = [...partsOf(schema, "oneOf"), ...partsOf(schema, "anyOf")];
    const having =
      direct.some((part) => this.circles.areInCircle(schema, part)) ||
      partsOf(schema, "allOf").some((part) => this.graph.referencesIn(part).length === 0 && this.has(part));
    this.having.set(schema, having);
    return having;
  }

  /** Finds the references of a schema that name what it is a variant of. */
  find(schema: object): void {
    const parts = partsOf(schema, "allOf");
    const beside = "properties" in schema || parts.length > 0 ? [schema] : [];
    for (const holder of [...parts, ...beside]) {
      const end = this.graph.endOf(holder);
      if (end === undefined || !isObject(end.value)) continue;
      if (this.circles.areInCircle(schema, end.value) && this.has(end.value)) this.parents.set(holder, end);
    }
  }

  /** What leads on from a node, once the variants mean what they have in common. */
  successors(node: object): readonly object[] {
    if (!(node instanceof Parent)) {
      const targets = this.graph.targets(node);
      return this.parents.has(node) ? this.composedOf(node, targets) : this.graph.successors(node);
    }
    const parts = partsOf(node.schema, "allOf").map((part) => (this.has(part) ? this.nodeOf(part) : part));
    return [...this.targets(node.schema), ...parts];
  }

  targets(holder: object): readonly object[] {
    const parent = this.parents.get(holder);
    return parent !== undefined && isObject(parent.value) ? [this.nodeOf(parent.value)] : this.graph.targets(holder);
  }

  private composedOf(node: object, replaced: readonly object[]): readonly object[] {
    return [...this.targets(node), ...this.graph.successors(node).slice(replaced.length)];
  }

  private nodeOf(schema: object): Parent {
    const node = this.nodes.get(schema) ?? new Parent(schema);
    this.nodes.set(schema, node);
    return node;
  }
}
