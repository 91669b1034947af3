/**
 * Sends each request of every provider's matrix to Prism and to a second mock server that shares no code with it, and holds their disagreements
 * against docs/second-opinion.md. Exit 1 when one is not on that page, is on it and gone, or has no explanation. `--write` writes the page anew.
 */
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, runScript } from "./build.js";
import { listDocumented, root, specOf } from "./repository.js";
import { changesOf, idleExplanations } from "./second-opinion/changes.js";
import { compareServers } from "./second-opinion/compare.js";
import { installSteady } from "./second-opinion/install-steady.js";
import { type Comparison, explanationsFile, renderPage } from "./second-opinion/page.js";
import { startSteady } from "./second-opinion/steady.js";

const page = "docs/second-opinion.md";
const file = path.join(root, page);

await runScript(async () => {
  await build(["contract"]);
  const binary = await installSteady();
  const comparisons: Comparison[] = [];
  for (const provider of listDocumented()) {
    const comparison = await compare(provider, binary);
    console.log(`${provider}: ${comparison.requests} requests, ${comparison.disagreements.length} disagreements`);
    comparisons.push(comparison);
  }
  return hold({
    requests: comparisons.reduce((sum, { requests }) => sum + requests, 0),
    disagreements: comparisons.flatMap(({ disagreements }) => disagreements),
  });
});

async function compare(provider: string, binary: string): Promise<Comparison> {
  // Imported only here, because it exists only once it is built.
  const { startMockServer } = await import("@facsimile/mock");
  const { readRawRequests } = await import("@facsimile/contract");
  const spec = path.join(root, specOf(provider));
  const requests = await readRawRequests(spec);
  const steady = await startSteady(binary, spec);
  try {
    const prism = await startMockServer(spec);
    try {
      const disagreements = await compareServers(provider, requests, prism, steady);
      return { requests: requests.length, disagreements };
    } finally {
      await prism.close();
    }
  } finally {
    await steady.close();
  }
}

async function hold(comparison: Comparison): Promise<number> {
  if (process.argv.includes("--write")) await write(renderPage(comparison));
  const changes = changesOf(existsSync(file) ? await readFile(file, "utf8") : "", comparison);
  const idle = idleExplanations(comparison).map((title) => `explains nothing: ${title}`);
  for (const line of [...changes, ...idle]) console.log(line);
  if (changes.length + idle.length === 0) console.log(`as in ${page}`);
  else console.log(`\nExplanations are in ${explanationsFile}; \`npm run second-opinion -- --write\` writes ${page}.`);
  return changes.length + idle.length === 0 ? 0 : 1;
}

/** All of it or nothing. */
async function write(text: string): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, text);
  await rename(draft, file);
}
