/** Documentation of the size of a large provider's, made up. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PageSource } from "@facsimile/evidence";
import { operationNames, operationRow, operationSection } from "./evidence-operations.js";
import { back, head, words } from "./evidence-page-parts.js";

/** As many operations stand on one page. */
const onEach = 10;

/** As many models know each other: each leads to the next, and the last to the first. */
const inGroup = 10;

/** The types that properties have, in turn. */
const types = ["str", "int", "float", "bool", "datetime", "List[str]", "Dict[str, int]", "str"] as const;

function operationsPage(page: number, count: number, models: number): string {
  const names = operationNames(page, count);
  const modelOf = (index: number): string => `Model${(page * onEach + index - (index % 5)) % models}`;
  const sections = names.map((name, index) => operationSection(name, modelOf(index)));
  return `# bench.Part${page}Api

All URIs are relative to *https://api.example.com*

Method | HTTP request | Description
------------- | ------------- | -------------
${names.map((name) => operationRow(page, name)).join("")}

${sections.join("\n")}`;
}

function modelPage(index: number, models: number, properties: number): string {
  const rows = Array.from({ length: properties }, (_, row) => {
    const type = types[row % types.length];
    return `**property_${row}** | **${type}** | ${words} | ${row === 0 ? "" : "[optional] "}\n`;
  });
  const first = index - (index % inGroup);
  const next = `Model${first + ((index + 1) % Math.min(inGroup, models - first))}`;
  const link = `**next** | [**${next}**](${next}.md) | ${words} | [optional] \n`;
  return `# Model${index}\n\n## Properties\n\n${head}${rows.join("")}${link}\n${back}`;
}

/** Writes a folder of so many pages with so many operations. */
export async function writeFolder(
  folder: string,
  pages: number,
  operations: number,
): Promise<{ readonly pages: number; readonly operations: number }> {
  const parts = Math.ceil(operations / onEach);
  const models = pages - parts;
  await mkdir(path.join(folder, "docs"), { recursive: true });
  const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, "docs", name), text);
  for (let part = 0; part < parts; part += 1) {
    const count = Math.min(onEach, operations - part * onEach);
    await write(`Part${part}Api.md`, operationsPage(part, count, models));
  }
  for (let index = 0; index < models; index += 1) await write(`Model${index}.md`, modelPage(index, models, 12));
  return { pages, operations };
}

/** The page of one model, so large. */
export function largePage(megabytes: number): PageSource {
  const row = (index: number): string => `**property_${index}** | **str** | ${words} | [optional] \n`;
  const count = Math.ceil((megabytes * 1024 * 1024) / row(100_000).length);
  const rows = Array.from({ length: count }, (_, index) => row(index));
  return { file: "Large.md", text: `# Large\n\n## Properties\n\n${head}${rows.join("")}\n${back}` };
}
