import { availableParallelism } from "node:os";
import path from "node:path";
import { root } from "../repository.js";
import { type Outcome, run } from "../run.js";
import { facsimile, must } from "./command.js";
import { packageFolder, packageOptions, specFile } from "./places.js";
import type { Told } from "./read.js";
import type { Workbench } from "./workbench.js";

interface Verified {
  readonly providers: readonly [{ readonly verdicts: Readonly<Record<string, number>> }];
}

/** Holds the document against the evidence. What the pages leave open is no problem here; what disagrees with them is one. */
export async function verifyDocument(bench: Workbench): Promise<Told> {
  const ran = await facsimile(["verify", bench.name, "--json"], bench.folder);
  must(ran, ran.out.startsWith("{"));
  // Printed by the command itself.
  const [{ verdicts }] = (JSON.parse(ran.out) as Verified).providers;
  const { confirmed = 0, contradicted = 0, missing = 0 } = verdicts;
  const wrong = contradicted + missing;
  return {
    short: `${confirmed} facts confirmed, ${wrong} not`,
    problems: wrong === 0 ? [] : [`${wrong} facts of the pages are not what the document says.`],
  };
}

/** Generates the package, into any folder that has `specs` and `packages`. */
export async function generatePackage(bench: Workbench, folder: string): Promise<Told> {
  const { err } = must(
    await facsimile(["generate", specFile(bench, "openapi.yaml"), ...packageOptions(bench)], folder),
  );
  const [counts = "nothing is left out"] = /\d+ omissions?, \d+ warnings?/.exec(err) ?? [];
  return { short: counts, problems: [] };
}

/** Builds the package. Its own build takes the compiler that its readers have; this one has the same output in a fifth of the time. */
export async function buildPackage(bench: Workbench): Promise<void> {
  const compiler = path.join(root, "node_modules", "typescript-native", "bin", "tsc");
  const { code, output } = await run("node", [compiler, "-p", path.join(bench.folder, packageFolder(bench))]);
  if (code !== 0) throw new Error(output.trim());
}

/** Boots the mock server of the document, and stops it once it listens. */
export async function serveMock(bench: Workbench): Promise<Told & { readonly operations: number }> {
  const stop = new AbortController();
  const onOutput = (text: string): void => {
    if (text.includes("Press Ctrl-C")) stop.abort();
  };
  const { out } = must(
    await facsimile(["mock", specFile(bench, "openapi.yaml")], bench.folder, { signal: stop.signal, onOutput }),
  );
  const operations = out.split("\n").filter((line) => line.startsWith("  ")).length;
  return { short: `${operations} operations`, operations, problems: [] };
}

/**
 * Holds the built package against its document, with a mock server. Where there is much to try, each operation has an equal share of the cases, and
 * processes share the operations.
 */
export async function holdPackage(bench: Workbench, operations: number): Promise<Told> {
  const share = Math.max(leastOfOperation, Math.floor(mostCases / Math.max(1, operations)));
  const parts = operations < manyOperations ? 1 : Math.min(availableParallelism(), mostParts);
  const args = ["contract", specFile(bench, "openapi.yaml"), "--package", packageFolder(bench)];
  const some = bench.whole ? [] : ["--cases", String(share)];
  const runs = Array.from({ length: parts }, (_, index) => ["--part", `${index + 1}/${parts}`]).map((part) =>
    // In processes of their own, with room for what thousands of cases make and throw away.
    run("node", [roomy, program, ...args, ...some, ...(parts === 1 ? [] : part)], {}, bench.folder),
  );
  const held = (await Promise.all(runs)).map(readHeld);
  const sum = (count: "cases" | "failed"): number => held.reduce((total, one) => total + one[count], 0);
  const extent = bench.whole ? "" : `, at most ${share} of an operation`;
  const problems = new Set(held.flatMap((one) => one.problems));
  return { short: `${sum("cases")} cases, ${sum("failed")} failed${extent}`, problems: [...problems] };
}

/** As many take a minute at most. With fewer of an operation than that, not all of its documented answers are tried. */
const mostCases = 1500;
const leastOfOperation = 5;

/** From so many on, reading the document once more costs less than it saves. */
const manyOperations = 100;
/** Each takes half a gigabyte. */
const mostParts = 4;

const roomy = "--max-semi-space-size=64";
const program = path.join(root, "packages", "facsimile", "bin", "facsimile.js");

/** What a run of `facsimile contract` found. Throws with what it printed where it did not come to its end. */
function readHeld({ code, output }: Outcome): {
  readonly cases: number;
  readonly failed: number;
  readonly problems: readonly string[];
} {
  const lines = output.trim().split("\n");
  const [, cases, failed] = /(\d+) cases, \d+ passed, (\d+) failed$/.exec(lines.at(-1) ?? "") ?? [];
  if (cases === undefined) throw new Error(output.trim());
  return { cases: Number(cases), failed: Number(failed), problems: code === 0 ? [] : lines.filter(isFinding) };
}

function isFinding(line: string): boolean {
  return line.startsWith("✗") || line.startsWith("neither covered") || line.startsWith("accepted and not");
}
