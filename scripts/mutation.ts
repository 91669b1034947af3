/**
 * Seeds faults into the mock servers, the requests, the answers and the packages of every provider, one at a time, and prints how many of each
 * family the contract tests notice. `--sample N` seeds N of each family and provider instead of all. What is expected of each family and operator,
 * and which mutants are equivalent, is in `packages/contract/mutation-expectations.json`. Exit 1 when one is below its threshold.
 */
import { availableParallelism } from "node:os";
import { listProviders, specOf } from "./repository.js";
import { type Outcome, run, runTurbo } from "./run.js";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const providers = listProviders();
  const built = await runTurbo(["contract", ...providers].map((name) => `@facsimile/${name}#build`));
  if (built.code !== 0) console.error(built.output.trim());
  if (built.code !== 0) return 1;
  const waiting = [...providers];
  const lane = async (): Promise<number> => {
    const provider = waiting.shift();
    if (provider === undefined) return 0;
    const { code, output } = await mutate(provider, args);
    console.log(`${provider}\n${output.trim()}\n`);
    return Math.max(code, await lane());
  };
  return Math.max(...(await Promise.all(Array.from({ length: availableParallelism() }, lane))));
}

function mutate(provider: string, args: readonly string[]): Promise<Outcome> {
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
