import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { oldFolder, updateA } from "../../test/old-folder.js";
import type { Change } from "../plan/plan.js";
import { changeFolder } from "./change-folder.js";

const folder = oldFolder();

describe("a symbolic link", () => {
  let outside: string;
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), "facsimile-outside-"));
    writeFileSync(join(outside, "x.ts"), "theirs");
  });
  afterEach(() => rmSync(outside, { recursive: true }));

  const refused = {
    message: expect.stringMatching(/A symbolic link is where a file or folder of the package is needed/),
  };

  it.each<Change>([
    { kind: "create", path: "linked/new.ts", text: "ours" },
    { kind: "update", path: "linked/x.ts", text: "ours", before: "theirs" },
    { kind: "delete", path: "linked/x.ts", before: "theirs" },
  ])("to a folder lets nothing through: $kind", async (one) => {
    symlinkSync(outside, join(folder.path, "linked"));
    await expect(folder.change(updateA, one)).rejects.toMatchObject({ ...refused, path: join(folder.path, "linked") });
    expect(readdirSync(outside)).toEqual(["x.ts"]);
    expect(readFileSync(join(outside, "x.ts"), "utf8")).toBe("theirs");
    expect(readFileSync(join(folder.path, "a.ts"), "utf8")).toBe("old a");
  });

  it("is no file of the package, wherever it leads to", async () => {
    symlinkSync(join(outside, "x.ts"), join(folder.path, "linked.ts"));
    symlinkSync(join(folder.path, "nowhere"), join(folder.path, "dangling.ts"));
    symlinkSync("loop.ts", join(folder.path, "loop.ts"));
    for (const path of ["linked.ts", "dangling.ts", "loop.ts"]) {
      const failing = folder.change({ kind: "create", path, text: "ours" });
      await expect(failing).rejects.toMatchObject({ ...refused, path: join(folder.path, path) });
    }
    symlinkSync(outside, join(folder.path, ".facsimile"));
    await expect(folder.change(updateA)).rejects.toMatchObject({ ...refused, path: join(folder.path, ".facsimile") });
    expect(readdirSync(outside)).toEqual(["x.ts"]);
  });

  it("may be what the caller names", async () => {
    symlinkSync(folder.path, join(outside, "package"));
    await changeFolder(join(outside, "package"), async () => [updateA]);
    expect(folder.contents()).toMatchObject({ "a.ts": "new a" });
  });
});
