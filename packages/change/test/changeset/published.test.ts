import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { writeChangesets } from "../../src/index.js";
import { type Registry, startRegistry } from "../sources/registry.js";

const home = mkdtempSync(join(tmpdir(), "facsimile-published-"));
const folder = join(home, "repository");
let registry: Registry;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function documentWith(maximum: number): string {
  const parameters = [{ name: "limit", in: "query", schema: { type: "integer", maximum } }];
  const get = { operationId: "listTeas", parameters, responses: { 204: { description: "Done" } } };
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths: { "/teas": { get } } });
}

const manifest = { name: "@acme/tea", version: "1.0.0", exports: { "./openapi.json": "./openapi.json" } };

beforeAll(async () => {
  registry = await startRegistry(join(home, "registry"));
  vi.stubEnv("npm_config_cache", join(home, "cache"));
  registry.publish(manifest, { "openapi.json": documentWith(100) });
  write("package.json", JSON.stringify({ name: "root", private: true, workspaces: ["packages/*"] }));
  write("package-lock.json", "{}");
  write(".changeset/config.json", "{}");
  write("packages/tea/package.json", JSON.stringify(manifest));
  const named = 'document: new URL("../../../specs/tea.json", import.meta.url),';
  write("packages/tea/test/contract.test.ts", `await testContract({\n  ${named}\n});\n`);
  // Later than what is published, and no release.
  write("specs/tea.json", documentWith(50));
  const git = (...args: readonly string[]): unknown => execFileSync("git", args, { cwd: folder });
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "--quiet", "--message", "First");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await registry.close();
  rmSync(home, { recursive: true });
});

const timeout = 60_000;

it("a registry that does not answer keeps nobody from comparing with a revision", { timeout }, async () => {
  vi.stubEnv("npm_config_registry", "http://127.0.0.1:9/");
  const [tea] = await writeChangesets({ cwd: folder, since: "HEAD" });
  expect(tea).toMatchObject({ outcome: "nothing", base: expect.stringMatching(/^HEAD/) });
});

it("a package without a tag is compared with what is published of it", { timeout }, async () => {
  vi.stubEnv("npm_config_registry", registry.url);
  const [tea] = await writeChangesets({ cwd: folder, since: "HEAD" });
  expect(tea).toMatchObject({ outcome: "written", base: "@acme/tea@1.0.0", bump: "major" });
  expect(readFileSync(join(folder, tea?.path ?? ""), "utf8")).toMatch(/- Breaking: .* 50 .* 100 /);
});
