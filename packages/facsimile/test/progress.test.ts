import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CommandIo } from "../src/command.js";
import { firstDocument } from "../src/init/document.js";
import { runIn } from "./run-facsimile.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-progress-"));
  for (const name of ["ink.yaml", "pen-with-a-long-name.yaml"]) writeFileSync(join(folder, name), firstDocument);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What begins the line anew, as a mark that is seen. */
function lined(text: string): string {
  return text.replaceAll("\r\u001b[K", "«");
}

/** What a terminal of this width is sent on standard error. */
async function sent(columns: number, more: Partial<CommandIo> = {}, ...args: readonly string[]): Promise<string> {
  let err = "";
  const stderr = { write: (text: string) => (err += text), isTTY: true, columns };
  const { code } = await runIn(folder, ["generate", "ink.yaml", "pen-with-a-long-name.yaml", ...args], {
    stderr,
    ...more,
  });
  expect(code).toBe(0);
  return lined(err).replace(/Took .*\n$/, "");
}

describe("a command that takes long", () => {
  it("says on a terminal how far it is, in one line that is gone at the end", async () => {
    expect(await sent(80)).toMatch(/^«1 of 2: ink\.yaml(?:«2 of 2: pen-with-a-long-name\.yaml)?«$/);
    expect(await sent(12)).toMatch(/^«1 of 2: ink«/);
  });

  it("lets no name move the terminal", async () => {
    const name = "a\u001b[2Jb.yaml";
    writeFileSync(join(folder, name), firstDocument);
    let err = "";
    const stderr = { write: (text: string) => (err += text), isTTY: true };
    await runIn(folder, ["generate", name, "--out", "out"], { stderr });
    expect(lined(err)).toMatch(/^«1 of 1: a \[2Jb\.yaml«/);
  });

  it("says nothing of it elsewhere", async () => {
    expect(await sent(80, {}, "--quiet")).toBe("");
    expect(await sent(80, { env: { TERM: "dumb" } })).toBe("");
    expect((await runIn(folder, ["generate", "ink.yaml"])).err).toBe("");
  });

  it("leaves no line of it behind where it fails", async () => {
    let err = "";
    const stderr = { write: (text: string) => (err += text), isTTY: true };
    await runIn(folder, ["contract", "ink.yaml", "--package", "."], { stderr });
    expect(lined(err)).toMatch(/«reading«facsimile contract: /);
  });
});
