import { execFileSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deleteB, oldFolder, updateA } from "../../test/old-folder.js";
import type { Change } from "../plan/plan.js";
import { changeFolder } from "./change-folder.js";

const folder = oldFolder();

describe("changes", () => {
  it("are made, and leave nothing else behind", async () => {
    await folder.change(updateA, { kind: "create", path: "deep/er/c.ts", text: "new c" }, deleteB);
    expect(folder.contents()).toEqual({ "a.ts": "new a", "deep/er/c.ts": "new c" });
    expect(readdirSync(folder.path).sort()).toEqual(["a.ts", "deep"]);
  });

  it("are all taken back where one of them fails", async () => {
    const before = folder.contents();
    writeFileSync(join(folder.path, "d"), "a file");
    const failing = folder.change(
      updateA,
      deleteB,
      { kind: "create", path: "deep/er/c.ts", text: "new c" },
      { kind: "create", path: "d/e.ts", text: "a file is in the way" },
    );
    await expect(failing).rejects.toMatchObject({
      path: join(folder.path, "d/e.ts"),
      message: expect.stringMatching(/A file is where a folder is needed/),
    });
    expect(folder.contents()).toEqual({ ...before, d: "a file" });
    expect(readdirSync(folder.path).sort()).toEqual(["a.ts", "b.ts", "d"]);
  });

  it("are not begun where a folder is in the way", async () => {
    mkdirSync(join(folder.path, "d.ts"));
    const failing = folder.change(updateA, { kind: "create", path: "d.ts", text: "a folder is in the way" });
    await expect(failing).rejects.toMatchObject({
      path: join(folder.path, "d.ts"),
      message: expect.stringMatching(/EISDIR/),
    });
    expect(folder.contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
  });

  it("are not begun where somebody has changed, added or deleted a file since they were planned", async () => {
    const stale: readonly Change[] = [
      { kind: "update", path: "a.ts", text: "new a", before: "older a" },
      { kind: "create", path: "a.ts", text: "new a" },
      { kind: "delete", path: "none.ts", before: "gone" },
    ];
    for (const one of stale) {
      const message = expect.stringMatching(/Somebody has changed it/);
      await expect(folder.change(deleteB, one)).rejects.toMatchObject({ path: join(folder.path, one.path), message });
    }
    expect(folder.contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
  });

  it("remove the folders that they empty, and no others", async () => {
    mkdirSync(join(folder.path, "x/y"), { recursive: true });
    mkdirSync(join(folder.path, "x/same"), { recursive: true });
    writeFileSync(join(folder.path, "x/y/z.ts"), "z");
    writeFileSync(join(folder.path, "x/same/old.ts"), "old");
    writeFileSync(join(folder.path, "x/keep.ts"), "keep");
    await folder.change(
      { kind: "create", path: "x/same/new.ts", text: "new" },
      { kind: "delete", path: "x/y/z.ts", before: "z" },
      { kind: "delete", path: "x/same/old.ts", before: "old" },
    );
    expect(existsSync(join(folder.path, "x/y"))).toBe(false);
    expect(folder.contents()).toMatchObject({ "x/keep.ts": "keep", "x/same/new.ts": "new" });
  });

  it("leave no folder where they fail and there was none", async () => {
    const failing = changeFolder(join(folder.path, "new/er"), async () => [deleteB]);
    await expect(failing).rejects.toThrow(/Somebody has changed it/);
    expect(existsSync(join(folder.path, "new"))).toBe(false);
  });

  it("show a reader each file whole, and never none where there was one", async () => {
    const text = "new ".repeat(50_000);
    let done = false;
    const seen = new Set<string>();
    const changing = folder.change({ ...updateA, text }).then(() => {
      done = true;
    });
    while (!done) {
      seen.add(readFileSync(join(folder.path, "a.ts"), "utf8"));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await changing;
    expect([...seen].filter((one) => one !== "old a" && one !== text)).toEqual([]);
  });

  it("replace a file with several names under its own name only", async () => {
    linkSync(join(folder.path, "a.ts"), join(folder.path, "other.ts"));
    await folder.change(updateA);
    expect(folder.contents()).toMatchObject({ "a.ts": "new a", "other.ts": "old a" });
  });
});

describe("a file system that refuses", () => {
  // A limit of the process stands for a disk that is full.
  it("a text that is too long costs nothing", async () => {
    const script = `
      import { changeFolder } from ${JSON.stringify(new URL("change-folder.ts", import.meta.url).href)};
      const text = "x".repeat(100_000);
      await changeFolder(process.argv[1], async () => [
        { kind: "update", path: "a.ts", text: "new a", before: "old a" },
        { kind: "create", path: "deep/c.ts", text },
      ]).catch(({ message, path }) => console.log(path, message));
    `;
    const run = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script, "--", folder.path];
    const limited = 'trap "" XFSZ; ulimit -f 8; exec "$0" "$@"';
    const out = execFileSync("bash", ["-c", limited, process.execPath, ...run], {
      encoding: "utf8",
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
    });
    expect(out).toBe(`${join(folder.path, "deep/c.ts")} It is larger than a file may be (EFBIG).\n`);
    expect(folder.contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
    expect(readdirSync(folder.path).sort()).toEqual(["a.ts", "b.ts"]);
  });
});
