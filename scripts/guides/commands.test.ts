import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../repository.js";
import { areSaid, readSteps, runSteps } from "./run-commands.js";

describe.each(["ci", "from-documentation"])("the commands of the guide %s", (name) => {
  const steps = readSteps(readFileSync(path.join(root, "docs", "guides", `${name}.md`), "utf8"));
  const outer = mkdtempSync(path.join(tmpdir(), "facsimile-commands-"));
  let printed: ReturnType<typeof runSteps>;
  beforeAll(() => {
    printed = runSteps(steps, outer);
  }, 120_000);
  afterAll(() => rmSync(outer, { recursive: true }));

  it.each(steps.map((step, index) => [step.commands.trimEnd().split("\n").at(-1), index, step] as const))(
    "print what the page says: %s",
    (_, index, { prints }) => {
      const lines = printed[index] ?? [];
      expect(areSaid(lines, prints) ? prints : lines).toEqual(prints);
    },
  );
});
