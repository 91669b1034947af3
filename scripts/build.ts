import { workspaceOf } from "./repository.js";
import { type Outcome, runTurbo } from "./run.js";

/** Builds workspaces, by the name of their folder, and what they depend on. Rejects with what a failed build printed. */
export async function build(names: readonly string[]): Promise<void> {
  await must(runTurbo(names.map((name) => `${workspaceOf(name)}#build`)));
}

/** Rejects with what a command printed where it failed. */
export async function must(running: Promise<Outcome>): Promise<Outcome> {
  const outcome = await running;
  if (outcome.code !== 0) throw new Error(outcome.output.trim());
  return outcome;
}

/** Runs a script that resolves to its exit code. A failure is told by its message alone, and exits with 1. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
