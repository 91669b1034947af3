import type { Json } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child } from "../pointer.js";
import { ReferenceGraph } from "./reference-graph.js";
import type { Resolved } from "./resolve.js";
import { strongComponents } from "./strong-components.js";
import { Variants } from "./variants.js";

/** What is made of references that lead back to themselves without anything between. */
export interface Circles {
  /** Objects whose reference says nothing. */
  readonly empty: ReadonlySet<object>;
  /** Objects whose reference stands for its target without the variants that lead back, with that target. */
  readonly parents: ReadonlyMap<object, Resolved>;
  /** Whether a schema has variants that lead back to it. */
  hasVariants(schema: Json): boolean;
}

const noCircles: Circles = { empty: new Set(), parents: new Map(), hasVariants: () => false };

/**
 * Finds references that lead back to themselves without anything between: `A` is a `$ref` to `B` and `B` one to `A`, or `A` is put together
 * `allOf` itself. A property or an item that refers to the schema around it is no such circle.
 *
 * Where a schema names its variants by `oneOf` or `anyOf`, and each of them names it by `allOf`, a variant means what they have in common.
 */
export function readCircles(references: readonly Resolved[], report: Report): Circles {
  const graph = new ReferenceGraph(references);
  // Every circle leads through what a reference leads to, and most documents have none.
  const targets = new Set(references.map(({ value }) => value).filter(isObject));
  if (strongComponents(targets, (node) => graph.successors(node)).circles.length === 0) return noCircles;
  const all = strongComponents(graph.holders(), (node) => graph.successors(node));
  const variants = new Variants(graph, all);
  for (const circle of all.circles) for (const node of circle) variants.find(node);
  const left = strongComponents(graph.holders(), (node) => variants.successors(node));
  const empty = new Set<object>();
  for (const circle of left.circles) {
    const closing = circle.filter((node) => variants.targets(node).some((target) => left.areInCircle(node, target)));
    for (const node of closing) empty.add(node);
    reportCircle(
      closing.flatMap((node) => graph.referencesIn(node).slice(0, 1)),
      report,
    );
  }
  for (const [holder] of variants.parents) reportVariant(graph.referencesIn(holder)[0], report);
  return { empty, parents: variants.parents, hasVariants: (schema) => isObject(schema) && variants.has(schema) };
}

function reportCircle([first, ...others]: readonly Resolved[], report: Report): void {
  if (first === undefined) return;
  const { use } = first;
  const isSchema = use.shape.kind === "schema";
  const further = others.length === 0 ? "" : `, through ${others.length} more`;
  const made = isSchema ? "nothing is known of the values" : "it is left out";
  const message = `The reference "${use.ref}" leads back to itself${further}, so that it stands for nothing; ${made}.`;
  const fix = isSchema
    ? "Let it lead to something else, or put the recursion into a property or an item."
    : "Let it lead to something else.";
  const code = isSchema ? "reference-circular" : "reference-unresolved";
  report(code, use.source, child(use.pointer, use.key), message, fix);
}

function reportVariant(reference: Resolved | undefined, report: Report): void {
  if (reference === undefined) return;
  const { use } = reference;
  const message = `The reference "${use.ref}" leads back to itself through a oneOf or anyOf there; it was read as what its variants have in common.`;
  const fix = "Move what the variants have in common to a schema of its own, and refer to that.";
  report("reference-circular", use.source, child(use.pointer, use.key), message, fix);
}
