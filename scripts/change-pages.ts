import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { RuleId } from "@facsimile/change";
import { type Example, examplesOf, type PairName, printed } from "../packages/change/test/pages/example.js";
import {
  folder,
  indexPage,
  namedPair,
  readPage,
  refreshed,
  ruleIds,
  shownIn,
} from "../packages/change/test/pages/page.js";

/**
 * Refreshes the pages of the rules in docs/changes: their first lines, their examples, and the index. `--check` writes nothing, and fails when a page is
 * not as it would be written. A new rule needs a page with its sentences first; an example is chosen where the page names no pair.
 */
const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;

const pages = new Map<RuleId, string>();
for (const rule of ruleIds) pages.set(rule, await readPage(rule));
const named = new Map<RuleId, PairName>();
for (const [rule, page] of pages) {
  const pair = namedPair(page);
  if (pair !== undefined) named.set(rule, pair);
}
const examples = await examplesOf(named);
const stale: string[] = [];
for (const [rule, page] of pages) {
  const example = (await own(page)) ?? examples.get(rule);
  if (example === undefined) throw new Error(`no labelled pair shows ${rule}`);
  await put(rule, page, refreshed(rule, page, example));
}
await put("README", await readPage("README").catch(() => ""), await indexPage());
if (stale.length > 0 && check) {
  process.stderr.write(`not up to date: ${stale.join(", ")}. Run npx tsx scripts/change-pages.ts\n`);
  process.exitCode = 1;
} else process.stdout.write(`${pages.size} pages, ${stale.length} ${check ? "stale" : "written"}\n`);

/** The documents that stand in a page which names no pair. */
async function own(page: string): Promise<Example | undefined> {
  const { old, new: next } = shownIn(page);
  if (old === "" || namedPair(page) !== undefined) return undefined;
  return { pair: undefined, old, new: next, printed: (await printed({ old, new: next })).text };
}

async function put(name: string, before: string, after: string): Promise<void> {
  if (before === after) return;
  stale.push(name);
  if (!check) await writeFile(join(folder, `${name}.md`), after);
}
