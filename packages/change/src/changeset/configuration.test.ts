import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfiguration } from "./configuration.js";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "facsimile-config-"));
  await mkdir(join(root, ".changeset"));
});
afterAll(() => rm(root, { recursive: true }));

it("packages that changesets ignore are named, or fit a pattern", async () => {
  const config = { baseBranch: "trunk", ignore: ["@acme/tea", "@old/*"] };
  await writeFile(join(root, ".changeset", "config.json"), JSON.stringify(config));
  const { baseBranch, isIgnored } = await readConfiguration(root);
  expect(baseBranch).toBe("trunk");
  const names = ["@acme/tea", "@acme/teas", "@old/tea", "@old/tea/pot", "x@old/tea"];
  expect(names.filter(isIgnored)).toEqual(["@acme/tea", "@old/tea"]);
});

it("without a file nothing is ignored", async () => {
  const { baseBranch, isIgnored } = await readConfiguration(join(root, "nowhere"));
  expect([baseBranch, isIgnored("tea")]).toEqual(["main", false]);
});
