import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstDocument } from "../src/init/document.js";
import { type Outcome, runIn } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-quiet-"));
  writeFileSync(join(folder, "notes.yaml"), firstDocument);
});
afterEach(() => rmSync(folder, { recursive: true }));

const quiet = (...args: readonly string[]): Promise<Outcome> => runIn(folder, [...args, "--quiet"]);
const silent = { code: 0, out: "", err: "" };

describe("--quiet", () => {
  it("leaves out what was written, and tells what is out of date", async () => {
    expect(await quiet("generate", "notes.yaml", "--out", "client")).toEqual(silent);
    expect(await quiet("generate", "notes.yaml", "--out", "client", "--check")).toEqual(silent);
    writeFileSync(join(folder, "notes.yaml"), firstDocument.replace("Read a note", "Get a note"));
    expect(await quiet("generate", "notes.yaml", "--out", "client", "--check")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^notes \(client\): out of date\n {2}~ /),
    });
    expect(await quiet("reference", "notes.yaml", "--out", "pages")).toEqual(silent);
    expect(await quiet("reference", "notes.yaml", "--out", "others", "--check")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^others: out of date\n/),
    });
  });

  it("leaves out what init did, and lists what it was asked to list", async () => {
    expect((await quiet("init", "notes.yaml", "--dry-run")).out).toContain("facsimile.config.yaml: would be written");
    expect(await quiet("init", "notes.yaml")).toEqual(silent);
  });

  it("tells of an old and a new edition what breaks, and nothing where nothing is found", async () => {
    writeFileSync(join(folder, "new.yaml"), firstDocument.replaceAll("/notes/{id}", "/letters/{id}"));
    writeFileSync(
      join(folder, "more.yaml"),
      firstDocument.replace(
        "components:",
        "  /all:\n    get: { responses: { '204': { description: A. } } }\ncomponents:",
      ),
    );
    const { code, out } = await quiet("diff", "notes.yaml", "new.yaml");
    expect(code).toBe(1);
    expect(out).toContain("breaking  ");
    expect(out).not.toContain("safe  ");
    expect(await quiet("diff", "notes.yaml", "more.yaml")).toEqual(silent);
    expect((await quiet("diff", "notes.yaml", "more.yaml", "--fail-on", "any")).out).toContain("safe  ");
  });

  it("goes with a format, which prints findings and nothing else", async () => {
    expect(await quiet("generate", "notes.yaml", "--check", "--format", "unix")).toEqual(
      await runIn(folder, ["generate", "notes.yaml", "--check", "--format", "unix"]),
    );
    expect(JSON.parse((await quiet("generate", "notes.yaml", "--json")).out)).toMatchObject({ counts: { errors: 0 } });
  });

  it("may come first, and is no command", async () => {
    const none = await runIn(folder, ["--quiet", "generate", "none.yaml"]);
    expect(none).toMatchObject({
      code: 1,
      out: expect.stringContaining("failed"),
      err: expect.stringContaining("file-unreadable"),
    });
    expect(await runIn(folder, ["--quiet"])).toMatchObject({
      code: 2,
      out: expect.stringMatching(/^facsimile <command>/),
    });
  });

  it("leaves a mock server its address, and the requests that are wrong", async () => {
    const required = "parameters:\n        - { name: words, in: query, required: true, schema: { type: string } }";
    writeFileSync(join(folder, "notes.yaml"), firstDocument.replace("parameters:", required));
    const { io, written, stop, shows } = openTerminal();
    const running = runIn(folder, ["mock", "notes.yaml", "--quiet"], { ...io, cwd: folder });
    const [, url = ""] = await shows(/^Notes \(notes\.yaml\) at (\S+)\n/);
    await fetch(`${url}/notes/n1?words=all`);
    await fetch(`${url}/notes/n2`);
    stop();
    await running;
    const [, ...lines] = written.stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^GET \/notes\/n2 4\d\d {2}\(getNote\)$/);
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^ {2}.*words/)]);
  });

  it("leaves nothing behind of a run without it", async () => {
    await quiet("generate", "notes.yaml", "--out", "client");
    const { out } = await runIn(folder, ["generate", "notes.yaml", "--out", "client"]);
    expect(out).toBe("notes (client): unchanged\n");
    expect(readFileSync(join(folder, "client/package.json"), "utf8")).toContain('"notes"');
  });
});
