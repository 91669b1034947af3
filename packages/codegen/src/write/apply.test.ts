import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyChanges } from "./apply.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-apply-"));
  writeFileSync(join(folder, "a.ts"), "old a");
  writeFileSync(join(folder, "b.ts"), "old b");
});
afterEach(() => rmSync(folder, { recursive: true }));

function contents(): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ name, parentPath }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

describe("changes", () => {
  it("are made, and leave nothing else behind", async () => {
    await applyChanges(folder, [
      { kind: "update", path: "a.ts", text: "new a", before: "old a" },
      { kind: "create", path: "deep/er/c.ts", text: "new c" },
      { kind: "delete", path: "b.ts", before: "old b" },
    ]);
    expect(contents()).toEqual({ "a.ts": "new a", "deep/er/c.ts": "new c" });
  });

  it("are all taken back where one of them fails", async () => {
    mkdirSync(join(folder, "d.ts"));
    const before = contents();
    const failing = applyChanges(folder, [
      { kind: "update", path: "a.ts", text: "new a", before: "old a" },
      { kind: "delete", path: "b.ts", before: "old b" },
      { kind: "create", path: "deep/er/c.ts", text: "new c" },
      { kind: "create", path: "d.ts", text: "a folder is in the way" },
    ]);
    await expect(failing).rejects.toMatchObject({
      path: join(folder, "d.ts"),
      message: expect.stringMatching(/EISDIR|ENOTEMPTY|EEXIST/),
    });
    expect(contents()).toEqual(before);
    expect(existsSync(join(folder, "deep"))).toBe(false);
  });

  it("remove the folders that they empty, and no others", async () => {
    mkdirSync(join(folder, "x/y"), { recursive: true });
    writeFileSync(join(folder, "x/y/z.ts"), "z");
    writeFileSync(join(folder, "x/keep.ts"), "keep");
    await applyChanges(folder, [{ kind: "delete", path: "x/y/z.ts", before: "z" }]);
    expect(existsSync(join(folder, "x/y"))).toBe(false);
    expect(existsSync(join(folder, "x/keep.ts"))).toBe(true);
  });
});
