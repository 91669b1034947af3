import path from "node:path";
import { root } from "../repository.js";
import { run } from "../run.js";
import { facsimile, must } from "./command.js";
import type { Told } from "./read.js";
import { packageFolder, specFile, type Workbench } from "./workbench.js";

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
  const names = ["--out", packageFolder(bench), "--name", `@facsimile/${bench.name}`];
  const args = ["generate", specFile(bench, "openapi.yaml"), ...names, "--raw", "--document"];
  const { err } = must(await facsimile(args, folder));
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

/** Holds the built package against its document, with a mock server. Where there is much to try, each operation has an equal share of the cases. */
export async function holdPackage(bench: Workbench, operations: number): Promise<Told> {
  const share = Math.max(leastOfOperation, Math.floor(mostCases / Math.max(1, operations)));
  const some = bench.whole ? [] : ["--cases", String(share)];
  const args = ["contract", specFile(bench, "openapi.yaml"), "--package", packageFolder(bench), ...some];
  // In a process of its own, with room for what thousands of cases make and throw away.
  const { code, output: out } = await run("node", [roomy, program, ...args], {}, bench.folder);
  const last = out.trim().split("\n").at(-1) ?? "";
  must({ code, out, err: "" }, /\d+ cases, /.test(last));
  const [, cases = "", failed = ""] = /(\d+ cases), .* (\d+ failed)/.exec(last) ?? [];
  const extent = bench.whole ? "" : `, at most ${share} of an operation`;
  return {
    short: `${cases}, ${failed}${extent}`,
    problems: code === 0 ? [] : out.trim().split("\n").filter(isFinding),
  };
}

/** As many take a minute at most. With fewer of an operation than that, not all of its documented answers are tried. */
const mostCases = 1500;
const leastOfOperation = 5;

const roomy = "--max-semi-space-size=64";
const program = path.join(root, "packages", "facsimile", "bin", "facsimile.js");

function isFinding(line: string): boolean {
  return line.startsWith("✗") || line.startsWith("neither covered") || line.startsWith("accepted and not");
}
