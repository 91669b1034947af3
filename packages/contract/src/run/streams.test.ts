import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackage, type TestPackage } from "../../test/tea-package.js";
import { holdPackage } from "./hold-package.js";

const document = new URL("../../test/documents/streams.yaml", import.meta.url);

let tea: TestPackage;
beforeAll(async () => {
  tea = await buildPackage(document, "streams");
}, 120_000);
afterAll(() => tea.remove());

/** What is found in a package, a line each. */
async function findingsOf(folder: URL): Promise<readonly string[]> {
  const report = await holdPackage({ document, package: folder });
  return report.failed.flatMap(({ name, findings }) => findings.map(({ message }) => `${name}: ${message}`));
}

it("holds streams, their items and their types against the document", async () => {
  expect(await findingsOf(tea.folder)).toEqual([]);
}, 120_000);

it("finds a package that reads data as something else, loses an item, or has another type for it", async () => {
  const folder = await mkdtemp(fileURLToPath(new URL("../changed-", tea.folder)));
  await cp(fileURLToPath(tea.folder), folder, { recursive: true });
  const change = async (name: string, before: string, after: string): Promise<void> => {
    const file = `${folder}/dist/generated/operations/${name}`;
    const text = await readFile(file, "utf8");
    expect(text).toContain(before);
    await writeFile(file, text.replaceAll(before, after));
  };
  await change("events.js", 'cup: "json"', 'cup: "text"');
  await change("events.d.ts", "ServerSentEvent<Cup,", "ServerSentEvent<string,");
  await change("leaves.js", "format: jsonLines", 'format: jsonLines, end: "{\\"size\\":2}"');
  const found = await findingsOf(pathToFileURL(`${folder}/`));
  await rm(folder, { recursive: true });
  expect(found.filter((line) => /^watch: 200.*result\.data: expected .*"data":\{"size":1\}/.test(line))).not.toEqual(
    [],
  );
  expect(found.filter((line) => /^watch: types.*item "cup"/.test(line))).not.toEqual([]);
  expect(found.filter((line) => /^listLeaves: 200.*result\.data/.test(line))).not.toEqual([]);
}, 120_000);
