/** Documentation of the size of a large provider's, made up. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PageSource } from "@facsimile/evidence";

const back = "[[Back to top]](#) [[Back to API list]](../README.md#documentation-for-api-endpoints)\n";
const head = "Name | Type | Description  | Notes\n------------- | ------------- | ------------- | -------------\n";
const words =
  "What it is, in as many words as pages usually have for such a thing, and where more about it is written.";

/** The section of an operation with a path, two keys of the query and a request body. */
function operation(name: string, model: string): string {
  return `# **${name}**
> ${model} ${name}(thing_id, body)

Do ${name}

${words}

### Example

* Api Key Authentication (key):

\`\`\`python
# ${words}
\`\`\`

### Parameters

${head} **thing_id** | **str**| ${words} |
 **body** | [**${model}**](${model}.md)| ${words} |
 **limit** | **int**| ${words} | [optional] if omitted the server will use the default value of 100
 **sort_by** | **str**| ${words} | [optional]

### Return type

[**${model}**](${model}.md)

### Authorization

[key](../README.md#key)

### HTTP request headers

 - **Content-Type**: application/json
 - **Accept**: application/json

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**200** | ${words} |  -  |
**400** | ${words} |  * X-Error - ${words} <br>  |
**500** | ${words} |  * X-Error - ${words} <br>  |

${back}
`;
}

function operationsPage(page: number, count: number, models: number): string {
  const names = Array.from({ length: count }, (_, index) => `do_${page}_${index}`);
  const rows = names.map(
    (name) => `[**${name}**](Part${page}Api.md#${name}) | **POST** /${name}/{thing_id} | Do ${name}\n`,
  );
  const sections = names.map((name, index) => operation(name, `Model${(page * 31 + index) % models}`));
  return `# bench.Part${page}Api

All URIs are relative to *https://api.example.com*

Method | HTTP request | Description
------------- | ------------- | -------------
${rows.join("")}

${sections.join("\n")}`;
}

function modelPage(index: number, models: number, properties: number): string {
  const rows = Array.from(
    { length: properties },
    (_, row) => `**property_${row}** | **str** | ${words} | [optional] \n`,
  );
  const next = `Model${(index + 1) % models}`;
  return `# Model${index}\n\n## Properties\n\n${head}${rows.join("")}**next** | [**${next}**](${next}.md) | ${words} | [optional] \n\n${back}`;
}

/** Writes a folder of so many pages with so many operations. */
export async function writeFolder(
  folder: string,
  pages: number,
  operations: number,
): Promise<{ readonly pages: number; readonly operations: number }> {
  const onEach = 10;
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
