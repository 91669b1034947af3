import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTeaPackage, type TestPackage } from "../../contract/test/tea-package.js";
import { facsimile } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mutation-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("facsimile mutation --expect", () => {
  let tea: TestPackage;
  beforeAll(async () => {
    tea = await buildTeaPackage();
  }, 120_000);
  afterAll(() => tea.remove());

  it("ends with 1 and says why, where what is expected is not so", { timeout: 120_000 }, async () => {
    const file = join(folder, "tea.json");
    const operators = { "package: milk added": { threshold: 50, reason: "There is none." } };
    const equivalents = { tea: { "package: a": "It was there once." } };
    const run = async (expected: object): Promise<{ code: number; stdout: string }> => {
      await writeFile(file, JSON.stringify(expected));
      const { io, written } = openTerminal();
      const args = ["tea.yaml", "--package", fileURLToPath(tea.folder), "--sample", "1", "--expect", file];
      return { code: await facsimile("mutation", args, io), stdout: written.stdout };
    };
    const unused = "unused: no mutant of this package has the operator package: milk added\n";
    const met = await run({ threshold: 95, operators });
    expect([met.code, met.stdout]).toEqual([0, expect.stringContaining(unused)]);
    expect(met.stdout).toContain("package: 1 of 1 noticed (100.0 %)");
    const wrong = await run({ threshold: 95, equivalents });
    const message = "wrong: package: a is listed as equivalent, and there is no such mutant.\n";
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining(message)]);
  });
});
