import { afterAll, beforeAll, expect, it } from "vitest";
import { type CacheServer, startCacheServer } from "./remote-cache/server.js";
import { TurboWorkspace } from "./remote-cache/workspace.js";

const token = "a-token-of-the-test";
const workspace = new TurboWorkspace();
let server: CacheServer;

beforeAll(async () => {
  server = await startCacheServer(token);
});
afterAll(async () => {
  await server.close();
  workspace.remove();
});

it("keeps what one machine did: three tasks of three packages", async () => {
  expect(await workspace.run(server.url, token)).toContain("0 cached, 9 total");
  expect(server.kept.size).toBe(9);
});

it("serves all of it to a machine that has nothing but the files", async () => {
  workspace.forget();
  const printed = await workspace.run(server.url, token);
  expect(printed).toContain("9 cached, 9 total");
  expect(printed).toContain("FULL TURBO");
  expect(new Set(server.served)).toEqual(new Set(server.kept.keys()));
  expect(workspace.read("packages/beta/dist/index.js")).toBe("export const value = 1;\n");
});

it("serves all but the package that changed", async () => {
  workspace.forget();
  workspace.change("beta", "2");
  const printed = await workspace.run(server.url, token);
  expect(printed).toContain("6 cached, 9 total");
  expect(printed).toMatch(/@acme\/beta:build: cache miss/);
  expect(printed).toMatch(/@acme\/alpha:build: cache hit/);
  expect(workspace.read("packages/beta/dist/index.js")).toBe("export const value = 2;\n");
});
