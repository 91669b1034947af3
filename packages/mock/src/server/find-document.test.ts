import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startMockServer } from "./start-mock-server.js";

const responses = { 200: { description: "It.", content: { "application/json": { example: "carried" } } } };
const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths: { "/tea": { get: { responses } } } };

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "installed-")));
  const write = async (file: string, value: object): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), JSON.stringify(value));
  };
  await write("node_modules/@tea/client/package.json", {
    name: "@tea/client",
    exports: { ".": "./index.js", "./openapi.json": "./openapi.json" },
  });
  await write("node_modules/@tea/client/openapi.json", document);
  await write("node_modules/kept-inside/package.json", { name: "kept-inside", exports: { ".": "./index.js" } });
  await write("node_modules/kept-inside/openapi.json", document);
  await write("node_modules/plain/package.json", { name: "plain" });
  await write("deep/inside/package.json", {});
  await writeFile(join(folder, "tea-client"), JSON.stringify(document));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([["@tea/client"], ["tea-client"]])("serves the document of a package, or a file: %s", async (source) => {
  const server = await startMockServer(source, { from: folder });
  expect(await (await fetch(`${server.url}/tea`)).json()).toBe("carried");
  await server.close();
});

it("finds a package that is installed further out", async () => {
  const server = await startMockServer("@tea/client", { from: join(folder, "deep/inside") });
  await server.close();
});

it.each([
  ["kept-inside", "kept-inside: the package carries no OpenAPI document: it has no ./openapi.json that it exports."],
  ["plain", "--document"],
  ["@tea/lost", "and no package of that name is installed there."],
  ["@tea/lost", "npm install --save-dev @tea/lost"],
  ["tea.yaml", "tea.yaml"],
])("says of %s what is wrong and what to do: %s", async (source, message) => {
  const failed = expect(startMockServer(source, { from: folder })).rejects;
  await failed.toMatchObject({ name: "DocumentError", message: expect.stringContaining(message) });
});
