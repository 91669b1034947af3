import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@facsimile/document";
import { Document, isCollection, type Node, visit } from "yaml";
import { type Change, type Diff, diff, printDiffText, type RuleId } from "../../src/index.js";
import { readPairs } from "../pairs.js";

/** Two editions of a document, and what is printed of them. */
export interface Example {
  /** Undefined where a page has documents of its own. */
  readonly pair: PairName | undefined;
  readonly old: string;
  readonly new: string;
  readonly printed: string;
}

/** A labelled pair by its topic and name; `isBack`: it is read from new to old. */
export interface PairName {
  readonly topic: string;
  readonly name: string;
  readonly isBack: boolean;
}

type Texts = Pick<Example, "old" | "new">;

/** Lines of a document are no longer than this, where what stands in them fits. */
const longestLine = 100;

/** What `facsimile diff old.yaml new.yaml` prints. */
export async function printed({
  old,
  new: next,
}: Texts): Promise<{ readonly diffs: readonly Diff[]; readonly text: string }> {
  const folder = await mkdtemp(join(tmpdir(), "facsimile-pages-"));
  try {
    await writeFile(join(folder, "old.yaml"), old);
    await writeFile(join(folder, "new.yaml"), next);
    const diffs = await diff("old.yaml", "new.yaml", { cwd: folder });
    return { diffs, text: printDiffText(diffs) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** An example of each rule: the labelled pair that a page names, or else the shortest one that is about little else. */
export async function examplesOf(named: ReadonlyMap<RuleId, PairName>): Promise<ReadonlyMap<string, Example>> {
  const examples = new Map<string, { readonly example: Example; readonly length: number }>();
  for (const { topic, name, ...pair } of await readPairs()) {
    for (const isBack of [false, true]) {
      const texts = isBack
        ? { old: yamlOf(pair.new), new: yamlOf(pair.old) }
        : { old: yamlOf(pair.old), new: yamlOf(pair.new) };
      const { diffs, text } = await printed(texts);
      const changes = diffs.flatMap((each) => each.changes);
      for (const rule of new Set(changes.map((change) => change.rule))) {
        const length = lengthOf(rule, changes, texts);
        const known = examples.get(rule);
        const wanted = named.get(rule as RuleId);
        const isWanted = wanted?.topic === topic && wanted.name === name && wanted.isBack === isBack;
        if (wanted === undefined ? known === undefined || length < known.length : isWanted)
          examples.set(rule, { example: { pair: { topic, name, isBack }, ...texts, printed: text }, length });
      }
    }
  }
  return new Map([...examples].map(([rule, { example }]) => [rule, example]));
}

/** What is about other rules as well is longer to read; what shows both directions is worth more lines. */
function lengthOf(rule: string, changes: readonly Change[], texts: Texts): number {
  const others = changes.filter((change) => change.rule !== rule).length;
  const directions = new Set(changes.map(({ direction }) => direction)).size;
  return 1000 * (others - directions) + texts.old.length + texts.new.length;
}

/** A document as people write it: what fits into one line stands in one. */
export function yamlOf(json: JsonObject): string {
  const document = new Document(json, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, node, path) => {
      const depth = path.filter((ancestor) => isCollection(ancestor)).length;
      if (depth === 0 || !isShort(node as Node, depth)) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function isShort(node: Node, depth: number): boolean {
  return depth > 2 ? JSON.stringify(node.toJSON()).length <= longestLine - 4 * depth : false;
}
