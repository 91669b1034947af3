import type ts from "typescript";
import type { Found, Origin } from "../found.js";
import type { Difference, Pair } from "./pair.js";
import { operationsOf } from "./reach.js";
import { type Subject, wordsOf } from "./subject.js";

interface Collected {
  readonly difference: Difference;
  readonly operations: Set<string>;
}

/**
 * The differences of all pairs as findings: each once, with all operations that it reaches.
 *
 * @param order - the operations, as they are to be listed
 */
export function foundDifferences(pairs: Iterable<Pair>, order: readonly string[]): readonly Found[] {
  const found = new Map<string, Collected>();
  const numbers = new Map<ts.Node, number>();
  for (const pair of pairs) {
    if (pair.differences.length === 0) continue;
    const operations = operationsOf(pair);
    for (const difference of pair.differences) collect(found, keyOf(difference, numbers), difference, operations);
  }
  const ranks = new Map(order.map((operation, index) => [operation, index]));
  return [...found.values()].map((collected) => toFound(collected, ranks));
}

function collect(
  found: Map<string, Collected>,
  key: string,
  difference: Difference,
  operations: ReadonlySet<string>,
): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, { difference, operations: new Set(operations) });
  else for (const operation of operations) known.operations.add(operation);
}

function keyOf({ kind, words, subject, ofDeclaration }: Difference, numbers: Map<ts.Node, number>): string {
  const node = subject.declarations.old ?? subject.declarations.new;
  if (!ofDeclaration || node === undefined) return `${kind} ${messageOf(subject, words, true)}`;
  const number = numbers.get(node) ?? numbers.size;
  numbers.set(node, number);
  return `${kind} ${number} ${words}`;
}

function messageOf(subject: Subject, words: string, isOne: boolean): string {
  const { root } = subject;
  const start = root.kind === "operation" && isOne ? `\`${root.name}()\`: ` : "";
  return `${start}\`${wordsOf(subject)}\` ${words}`;
}

function toFound({ difference, operations }: Collected, ranks: ReadonlyMap<string, number>): Found {
  const { kind, class: severity, subject, words } = difference;
  const rank = (operation: string): number => ranks.get(operation) ?? ranks.size;
  return {
    kind,
    class: severity,
    operations: [...operations].sort((one, other) => rank(one) - rank(other)),
    message: messageOf(subject, words, operations.size < 2),
    old: originOf(subject, "old"),
    new: originOf(subject, "new"),
  };
}

/** What is only on the other side has no place on this one. */
function originOf({ root, path, declarations, status }: Subject, side: "old" | "new"): Origin | undefined {
  const node = declarations[side];
  if (node === undefined) return undefined;
  const name = root.kind === "named" ? (side === "old" ? root.name : root.newName) : undefined;
  return { request: root.kind === "operation" ? root[side] : undefined, name, path, status, node };
}
