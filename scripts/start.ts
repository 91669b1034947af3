/**
 * The main job: regenerates the packages from their specs, builds them, boots a mock server of each spec in this process, calls every operation
 * once through the built packages, and prints what came back. Exit 1 when an operation did not answer as its spec says.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Tour, TourStop } from "@facsimile/contract";
import { build, must, runScript } from "./build.js";
import { step } from "./progress.js";
import { listProviders, root, specOf } from "./repository.js";
import { type Outcome, run } from "./run.js";
import { type Column, formatTable } from "./table.js";

const columns: readonly Column[] = [
  { title: "provider" },
  { title: "operation" },
  { title: "method" },
  { title: "path" },
  { title: "credential" },
  { title: "status", align: "right" },
  { title: "ms", align: "right" },
];

/** What has to be built to generate packages, to run them, and to mock their APIs. */
const tools = ["facsimile", "runtime", "contract"];

/** One call, with the provider that it belongs to. */
type Call = readonly [provider: string, stop: TourStop];

await runScript(main);

async function main(): Promise<number> {
  const providers = listProviders();
  console.log(`Facsimile: ${providers.length} documented APIs, called through their typed packages\n`);
  await step("build the generator and its tools", () => build(tools));
  await step("generate the packages from their specs", () => must(run("tsx", ["scripts/generate.ts"])), countPackages);
  await step("build the packages", () => build(providers));
  const tours = await step("boot a mock server of each spec", () => bootAll(providers), listPorts);
  try {
    const calls = await step(
      "call every operation",
      () => callAll(tours),
      (all) => `${all.length} calls`,
    );
    return report(calls);
  } finally {
    await Promise.all(tours.map((tour) => tour.close()));
  }
}

/** Imported only here, because it exists only once it is built. */
async function bootAll(providers: readonly string[]): Promise<Tour[]> {
  const { startTour } = await import("@facsimile/contract");
  return Promise.all(
    providers.map((provider) =>
      startTour({
        document: pathToFileURL(path.join(root, specOf(provider))),
        package: pathToFileURL(path.join(root, "packages", provider)),
      }),
    ),
  );
}

async function callAll(tours: readonly Tour[]): Promise<Call[]> {
  const calls: Call[] = [];
  for (const tour of tours) for await (const stop of tour.stops()) calls.push([tour.title, stop]);
  return calls;
}

function report(calls: readonly Call[]): number {
  const failed = calls.filter(([, { problem }]) => problem !== undefined);
  console.log("");
  for (const line of formatTable(columns, calls.map(toRow))) console.log(line);
  console.log("");
  for (const [provider, { operation, problem }] of failed) console.log(`${provider} ${operation.id}: ${problem}`);
  console.log(`${calls.length} operations, ${calls.length - failed.length} ok`);
  return failed.length === 0 && calls.length > 0 ? 0 : 1;
}

function toRow([provider, { operation, credential, statusCode, milliseconds, problem }]: Call): string[] {
  const status = `${statusCode ?? "none"}${problem === undefined ? "" : " ✗"}`;
  const { id, method, path: template } = operation;
  return [provider, id, method.toUpperCase(), template, credential, status, milliseconds.toFixed(1)];
}

/** The generator prints a line for each package. */
function countPackages({ output }: Outcome): string {
  const lines = output.trim().split("\n");
  const unchanged = lines.filter((line) => line.endsWith(": unchanged")).length;
  return unchanged === lines.length
    ? `${lines.length} packages, unchanged`
    : `${lines.length - unchanged} packages changed`;
}

function listPorts(tours: readonly Tour[]): string {
  return tours.map(({ url }) => url.replace("http://", "")).join(" ");
}
