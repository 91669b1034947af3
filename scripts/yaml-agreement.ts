/**
 * Holds the values that documents are read as against js-yaml's own `load`: on every valid case of the YAML test suite, and on every YAML and JSON
 * file in the folders that are named. Where js-yaml refuses what is read here, the value is held against the suite's, or against the
 * package `yaml`. Exit 1 where a difference is none of those that decision 0007 states.
 *
 *     npm run corpus:yaml -- [folder...]
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { loadByYaml } from "../packages/document/test/yaml.js";
import { runScript } from "./build.js";
import { compare, type Verdict } from "./yaml-agreement/compare.js";
import { loadSuite, type SuiteCase } from "./yaml-agreement/suite.js";

interface Compared {
  readonly name: string;
  readonly verdict: Verdict;
}

await runScript(async () => {
  const suite = await loadSuite();
  const valid = suite.filter((each) => each.valid).map((each) => ({ name: each.name, verdict: compareCase(each) }));
  let failed = report("YAML test suite, valid cases", valid);
  for (const folder of process.argv.slice(2)) failed += report(folder, await compareFolder(folder));
  return failed === 0 ? 0 : 1;
});

function compareCase({ text, json }: SuiteCase): Verdict {
  return compare(text, () => (json === undefined ? undefined : JSON.stringify(JSON.parse(json))));
}

async function compareFolder(folder: string): Promise<Compared[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:ya?ml|json)$/i.test(name)).sort();
  const compared: Compared[] = [];
  for (const name of names) {
    const text = await readFile(path.join(folder, name), "utf8");
    compared.push({ name, verdict: compare(text, () => JSON.stringify(loadByYaml(text))) });
  }
  return compared;
}

/** Answers how many differences nothing explains. */
function report(title: string, compared: readonly Compared[]): number {
  const count = (kind: Verdict["kind"]): number => compared.filter(({ verdict }) => verdict.kind === kind).length;
  console.log(
    `${title}: ${compared.length} texts; ${count("same")} the same value, ${count("neither")} refused by both, ` +
      `${count("explained")} differences with a reason, ${count("unexplained")} without`,
  );
  for (const { name, verdict } of compared) {
    if (verdict.kind === "neither") console.log(`  ${name}: refused by both, ${verdict.code}`);
    if (verdict.kind === "explained") console.log(`  ${name}: ${verdict.reason}`);
    if (verdict.kind === "unexplained") {
      console.log(
        `  ${name}: NOT EXPLAINED\n    here     ${shorten(verdict.ours)}\n    js-yaml  ${shorten(verdict.theirs)}`,
      );
    }
  }
  return count("unexplained");
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
