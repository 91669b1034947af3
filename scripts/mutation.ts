/**
 * Seeds faults into the mock servers, the requests, the answers and the packages of every provider, one at a time, and prints how many of each
 * family the contract tests notice. `--sample N` seeds N of each family and provider instead of all. What is expected of each family and operator,
 * and which mutants are equivalent, is in `packages/contract/mutation-expectations.json`. Exit 1 when one is below its threshold.
 */
import { availableParallelism } from "node:os";
import { build, runScript } from "./build.js";
import { listProviders, specOf } from "./repository.js";
import { type Outcome, run } from "./run.js";

const args = process.argv.slice(2);

await runScript(async () => {
  const providers = listProviders();
  await build(["facsimile", "contract", ...providers]);
  const waiting = [...providers];
  const lane = async (): Promise<number> => {
    const provider = waiting.shift();
    if (provider === undefined) return 0;
    const { code, output } = await mutate(provider);
    console.log(`${provider}\n${output.trim()}\n`);
    return Math.max(code, await lane());
  };
  return Math.max(...(await Promise.all(Array.from({ length: availableParallelism() }, lane))));
});

function mutate(provider: string): Promise<Outcome> {
  const folder = `packages/${provider}`;
  return run("facsimile", [
    "mutation",
    specOf(provider),
    "--package",
    folder,
    "--expect",
    "packages/contract/mutation-expectations.json",
    "--report",
    `${folder}/reports`,
    ...args,
  ]);
}
