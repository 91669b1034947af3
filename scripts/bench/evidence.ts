/**
 * Times the reading and the verification of the four providers, and the reading of pages that it makes itself: a thousand models, a folder of the
 * size of a large provider's, and single pages of 2, 4 and 8 MB. Prints how
 * much of each hand-written spec a draft has as well. Run with `npx tsx scripts/bench/evidence.ts` after `npm run build`.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  draftSpec,
  type Evidence,
  loadPages,
  loadSpec,
  type PageSource,
  parseEvidence,
  readDocumentation,
  shareOf,
  verify,
} from "@facsimile/evidence";
import { listProviders, root } from "../repository.js";
import { largePage, writeFolder } from "./evidence-folder.js";

const docs = path.join(root, "..", "shared", "docs");

async function time<T>(title: string, limit: number, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(before);
  const cpu = (used.user + used.system) / 1e6;
  const mark = seconds > limit ? ", MISSED" : "";
  console.log(
    `${title.padEnd(52)} ${seconds.toFixed(2).padStart(6)} s, ${cpu.toFixed(2)} s of a processor  (limit ${limit} s${mark})`,
  );
  return result;
}

async function readProvider(provider: string): Promise<Evidence> {
  const { pages } = await loadPages(path.join(docs, provider));
  const { evidence, problems } = readDocumentation(provider, pages);
  if (evidence === undefined) throw new Error(`${provider}: ${JSON.stringify(problems[0])}`);
  return evidence;
}

async function committed(provider: string): Promise<Evidence> {
  return parseEvidence(await readFile(path.join(root, "specs", provider, "evidence.json"), "utf8"));
}

async function verifyProvider(provider: string, evidence: Evidence): Promise<void> {
  const file = path.join(root, "specs", provider, "openapi.yaml");
  verify(await loadSpec(file, file), evidence, []);
}

const footer = "[[Back to Model list]](../README.md#documentation-for-models)\n";

/** A page of a model with twenty properties, of which one is a reference to the next model. */
function modelPage(index: number, count: number): PageSource {
  const next = `Model${(index + 1) % count}`;
  const rows = Array.from(
    { length: 19 },
    (_, row) => `**property_${row}** | **List[str]** | What it is | [optional] [readonly] `,
  );
  const table = `Name | Type | Description | Notes\n--- | --- | --- | ---\n${rows.join("\n")}\n**next** | [**${next}**](${next}.md) |  | \n`;
  return {
    file: `models/Model${index}.md`,
    text: `# Model${index}\n\nA model.\n\n## Properties\n\n${table}\n${footer}`,
  };
}

const operationsPage: PageSource = {
  file: "Api.md",
  text: `# Api

All URIs are relative to *https://api.example.com*

Method | HTTP request | Description
--- | --- | ---
[**get_it**](Api.md#get_it) | **GET** /it | Get it

# **get_it**

### Example

\`\`\`python
pass
\`\`\`

### Parameters
This endpoint does not need any parameter.

### Return type

[**Model0**](Model0.md)

### Authorization

No authorization required

### HTTP request headers

 - **Content-Type**: Not defined
 - **Accept**: application/json

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**200** | It |  -  |

[[Back to top]](#)
`,
};

async function share(provider: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "draft-"));
  const file = path.join(folder, "openapi.yaml");
  await writeFile(file, draftSpec(await committed(provider)));
  const draft = await loadSpec(file, file);
  const spec = await loadSpec(path.join(root, "specs", provider, "openapi.yaml"), "openapi.yaml");
  await rm(folder, { recursive: true });
  const { shared, claims, lacking } = shareOf(spec.json, draft.json);
  return `${provider.padEnd(25)} ${shared} of ${claims} claims (${((100 * shared) / claims).toFixed(1)} %), lacking: ${lacking.join("; ") || "none"}`;
}

const providers = listProviders();

if (existsSync(docs)) {
  await time("read and verify the four providers", 2, async () => {
    for (const provider of providers) await verifyProvider(provider, await readProvider(provider));
  });
}
await time("verify the four providers by their committed facts", 2, async () => {
  for (const provider of providers) await verifyProvider(provider, await committed(provider));
});
await time("read a thousand model pages", 10, async () => {
  const pages = [operationsPage, ...Array.from({ length: 1000 }, (_, index) => modelPage(index, 1000))];
  const { problems } = readDocumentation("bench", pages);
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
});

const folder = await mkdtemp(path.join(tmpdir(), "pages-"));
const written = await writeFolder(folder, 968, 570);
await time(`read ${written.pages} pages of ${written.operations} operations`, 8, async () => {
  const { pages } = await loadPages(folder);
  const { problems } = readDocumentation("bench", pages);
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
});
await rm(folder, { recursive: true });
const used = process.resourceUsage().maxRSS / 1024;
console.log(
  `${"memory of the process so far".padEnd(52)} ${used.toFixed(0).padStart(6)} MB (limit 400 MB${used > 400 ? ", MISSED" : ""})`,
);
for (const megabytes of [2, 4, 8]) {
  const page = largePage(megabytes);
  await time(`read a page of ${megabytes} MB`, 4 * megabytes, async () => {
    const { problems } = readDocumentation("bench", [operationsPage, modelPage(0, 1), page]);
    if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  });
}

console.log("\nWhat a draft already has of each hand-written spec:");
for (const provider of providers) console.log(`  ${await share(provider)}`);
