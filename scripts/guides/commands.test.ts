import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saidOf } from "../said.js";
import { guides, hasPrograms } from "./read-guides.js";
import { readSteps, runSteps } from "./run-commands.js";

const pages = guides.filter((guide) => !hasPrograms(guide));

describe.each(pages)("the commands of the guide $name", ({ text }) => {
  const steps = readSteps(text);
  const outer = mkdtempSync(path.join(tmpdir(), "facsimile-commands-"));
  let printed: ReturnType<typeof runSteps>;
  beforeAll(() => {
    printed = runSteps(steps, outer);
  }, 120_000);
  afterAll(() => rmSync(outer, { recursive: true }));

  it.each(steps.map((step, index) => [step.commands.trimEnd().split("\n").at(-1), index, step] as const))(
    "print what the page says: %s",
    (_, index, { prints }) => {
      expect(saidOf(printed[index] ?? "", prints)).toBe(prints);
    },
  );
});
