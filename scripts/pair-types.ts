/** Holds the verdicts on types of all labelled pairs against the compiler: some minutes. A sample of them is part of `npm test`. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadPair } from "../packages/change/test/load-pair.js";
import { typesVerdicts, withTypes } from "../packages/change/test/pair-types.js";
import { readPairs } from "../packages/change/test/pairs.js";
import { runScript } from "./build.js";

await runScript(async () => {
  const pairs = withTypes(await readPairs());
  const folder = await mkdtemp(path.join(tmpdir(), "facsimile-pairs-"));
  const failed = await failedIn(folder, pairs).finally(() => rm(folder, { recursive: true }));
  console.log(`${pairs.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function failedIn(folder: string, pairs: ReturnType<typeof withTypes>): Promise<number> {
  let failed = 0;
  for (const [index, pair] of pairs.entries()) {
    const [old, next] = [
      await loadPair(folder, `${index}-old`, pair.old),
      await loadPair(folder, `${index}-new`, pair.new),
    ];
    const verdicts = await typesVerdicts(old, next);
    if (verdicts.join() === pair.types.join()) continue;
    failed += 1;
    console.log(`${pair.topic}: ${pair.name}: ${verdicts.join(", ")}, where ${pair.types.join(", ")} is stated`);
  }
  return failed;
}
