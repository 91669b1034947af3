import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { transform } from "esbuild";
import { declareTexts } from "../markdown-samples.js";
import { root, specOf } from "../repository.js";
import { type Outcome, run } from "../run.js";
import type { GuideSample } from "./guide-sample.js";

/** What the samples leave to the reader. */
export type Given = Readonly<Record<"baseUrl" | "username" | "password", string>>;

/** The path under which {@link runSamples} asks the server before each sample, so that the requests of one are told from those of the next. */
export const markerPath = "/sample/";

/** Writes what somebody who follows the guide has: the samples, the types that openapi-typescript made of the document, and the packages. */
export async function makeReaderFolder(folder: string, samples: readonly GuideSample[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  await writeFile(path.join(folder, "package.json"), '{"private":true,"type":"module"}');
  await writeFile(path.join(folder, "given.d.ts"), declareTexts(["baseUrl", "username", "password"]));
  await writeFile(path.join(folder, "run.mjs"), runner);
  must(await run("openapi-typescript", [specOf("sendauth"), "--output", path.join(folder, "sendauth.d.ts")]));
  for (const { name, text } of samples) {
    await writeFile(path.join(folder, `${name}.ts`), text);
    const { code } = await transform(text, { loader: "ts", format: "esm", target: "es2022" });
    await writeFile(path.join(folder, `${name}.mjs`), code);
  }
}

/** Options of the compiler beside those that all samples have. */
export type CompilerOptions = Readonly<Record<string, unknown>>;

/** What the compiler has against the samples; empty where it has nothing. */
export async function compileSamples(folder: string, more: CompilerOptions): Promise<string> {
  const options = { strict: true, noEmit: true, target: "es2022", module: "nodenext", ...more };
  const configuration = path.join(folder, "tsconfig.json");
  await writeFile(configuration, JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
  return (await run("tsc", ["-p", configuration])).output.trim();
}

/** Runs the samples one after another in one process. Resolves to the lines that each prints. */
export async function runSamples(
  folder: string,
  samples: readonly GuideSample[],
  given: Given,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const names = samples.map(({ name }) => name);
  // The runner prints nothing else.
  return JSON.parse(must(await run("node", [path.join(folder, "run.mjs"), JSON.stringify(given), ...names])));
}

const runner = `
import { format } from "node:util";
const [given, ...names] = process.argv.slice(2);
Object.assign(globalThis, JSON.parse(given));
const printed = {};
for (const name of names) {
  await fetch(globalThis.baseUrl + ${JSON.stringify(markerPath)} + name);
  printed[name] = [];
  console.log = (...values) => printed[name].push(format(...values));
  await import("./" + name + ".mjs");
}
process.stdout.write(JSON.stringify(printed));
`;

/** What a command printed that has to end well. */
export function must({ code, output }: Outcome): string {
  if (code !== 0) throw new Error(output);
  return output;
}
