import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { declareTexts, readSamples } from "../markdown-samples.js";
import { root } from "../repository.js";
import { run } from "../run.js";
import { checkDocuments } from "./check-documents.js";
import { compileConsumer } from "./compile.js";
import { nameSetting, settingsFor } from "./compiler-setting.js";
import { installConsumer } from "./install-consumer.js";

/**
 * Installs tarballs in an empty folder and uses them there as a consumer would: a program that imports every entry of each provider's package,
 * calls of one, and every example of README.md, compiled by this repository's TypeScript with `skipLibCheck` off under each module resolution;
 * the program is run by Node. Resolves to what went wrong.
 */
export async function checkConsumer(parent: string, tarballs: readonly string[]): Promise<string[]> {
  const folder = path.join(parent, "consumer");
  await installConsumer(folder, tarballs);
  for (const [name, text] of Object.entries(await readExamples())) await writeFile(path.join(folder, name), text);

  const compiler = { version: ts.version, script: path.join(root, "node_modules", "typescript", "bin", "tsc") };
  const findings: string[] = [];
  for (const setting of settingsFor(ts.version).filter(({ globals }) => globals === "DOM")) {
    const problem = await compileConsumer(folder, compiler, setting);
    if (problem !== undefined) findings.push(`consumer, ${nameSetting(setting)}: ${problem}`);
  }
  findings.push(...(await checkDocuments(folder, compiler)));
  const { code, output } = await run("node", [path.join(folder, "entries.mjs")]);
  if (code !== 0) findings.push(`consumer, node: ${output.trim() || `exit ${code}`}`);
  return findings;
}

/** Each TypeScript block of README.md as a file, and a declaration of the secrets that they leave to the reader. */
async function readExamples(): Promise<Record<string, string>> {
  const readme = await readFile(path.join(root, "README.md"), "utf8");
  const examples = readSamples(readme, "README.md").map((block, index) => [`example-${index}.ts`, block]);
  return { "secrets.d.ts": declareTexts(["username", "password", "apiKey", "token"]), ...Object.fromEntries(examples) };
}
