import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeFiles } from "../src/init/write-files.js";
import { runIn } from "./run-facsimile.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-init-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("what has come since it was looked for stays, and what was written before it goes with the folders that it needed", async () => {
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "theirs.yaml"), "theirs");
  const file = (path: string, before?: string) => ({ path: join(folder, path), text: "ours", before, about: "" });
  const writing = writeFiles([file("package.json", "{}"), file("new/er/a.yaml"), file("theirs.yaml")]);
  await expect(writing).rejects.toThrow(/theirs\.yaml: somebody has just written it\. Run this again\.$/);
  expect(readdirSync(folder).sort()).toEqual(["package.json", "theirs.yaml"]);
  expect(readFileSync(join(folder, "theirs.yaml"), "utf8")).toBe("theirs");
  expect(readFileSync(join(folder, "package.json"), "utf8")).toBe("{}");
  expect(existsSync(join(folder, "new"))).toBe(false);
});

it("names that YAML takes for something else are written as texts", async () => {
  expect(await runIn(folder, ["init", "--name", "true", "--out", "null"])).toMatchObject({ code: 0 });
  expect(await runIn(folder, ["generate"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^true \(null\): written/),
  });
});

it("a package.json with a byte order mark keeps it, and one that has the scripts stays as it is", async () => {
  writeFileSync(join(folder, "package.json"), '\uFEFF{"name":"shop"}\n');
  expect(await runIn(folder, ["init"])).toMatchObject({ code: 0 });
  const text = readFileSync(join(folder, "package.json"), "utf8");
  expect(text).toMatch(/^\uFEFF\{\n {2}"name": "shop",\n/);
  expect((await runIn(folder, ["init"])).out).toContain("= package.json: left, it has the scripts");
  expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(text);
});
