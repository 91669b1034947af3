import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { oldFolder } from "../../test/old-folder.js";
import { digest } from "./disk.js";
import { recoverFolder, refuseUnfinished } from "./in-turn.js";

const folder = oldFolder();

describe("what an interrupted run has left", () => {
  /** A folder as a run leaves it that is killed when it has changed a file, deleted one and made one. */
  function interrupt(path = "deep/c.ts"): string {
    const run = join(folder.path, ".facsimile/1-000000000000-000000000000.taken");
    for (const name of ["new", "old", "gone"]) mkdirSync(join(run, name), { recursive: true });
    renameSync(join(folder.path, "a.ts"), join(run, "old/0"));
    renameSync(join(folder.path, "b.ts"), join(run, "old/1"));
    writeFileSync(join(folder.path, "a.ts"), "new a");
    mkdirSync(join(folder.path, "deep"));
    writeFileSync(join(folder.path, "deep/c.ts"), "new c");
    const steps = [
      { kind: "update", path: "a.ts", digest: digest("new a") },
      { kind: "delete", path: "b.ts", digest: "" },
      { kind: "create", path, digest: digest("new c") },
    ];
    writeFileSync(join(run, "journal.json"), JSON.stringify({ folders: ["deep"], steps }));
    return run;
  }

  it("is taken back, and told by who only looks", async () => {
    interrupt();
    const before = folder.contents();
    await expect(refuseUnfinished(folder.path)).rejects.toMatchObject({ code: "output-unfinished" });
    expect(folder.contents()).toEqual(before);
    await recoverFolder(folder.path);
    expect(folder.contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
    expect(readdirSync(folder.path).sort()).toEqual(["a.ts", "b.ts"]);
    await refuseUnfinished(folder.path);
  });

  it("does not cost what somebody has changed since", async () => {
    interrupt();
    for (const path of ["a.ts", "b.ts", "deep/c.ts"]) writeFileSync(join(folder.path, path), "mine");
    await recoverFolder(folder.path);
    expect(folder.contents()).toEqual({ "a.ts": "mine", "b.ts": "mine", "deep/c.ts": "mine" });
  });

  it.each([
    "../outside.ts",
    "/outside.ts",
    "deep/../../outside.ts",
    "C:/outside.ts",
    "..\\outside.ts",
    "deep//c.ts",
    "",
  ])("names no path like %j", async (path) => {
    const run = interrupt(path);
    const before = folder.contents();
    const message = expect.stringMatching(/The record of an interrupted run cannot be understood/);
    await expect(recoverFolder(folder.path)).rejects.toMatchObject({ path: join(run, "journal.json"), message });
    expect(folder.contents()).toEqual(before);
  });

  it("is taken back through no link", async () => {
    interrupt();
    const outside = mkdtempSync(join(tmpdir(), "facsimile-outside-"));
    renameSync(join(folder.path, "deep/c.ts"), join(outside, "c.ts"));
    rmSync(join(folder.path, "deep"), { recursive: true });
    symlinkSync(outside, join(folder.path, "deep"));
    await expect(recoverFolder(folder.path)).rejects.toMatchObject({ path: join(folder.path, "deep") });
    expect(readFileSync(join(outside, "c.ts"), "utf8")).toBe("new c");
    // Mended, the rest is taken back.
    rmSync(join(folder.path, "deep"));
    await recoverFolder(folder.path);
    expect(folder.contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
    rmSync(outside, { recursive: true });
  });
});
