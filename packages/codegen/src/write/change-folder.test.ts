import { execFileSync } from "node:child_process";
import {
  existsSync,
  linkSync,
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
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Change } from "../plan/plan.js";
import { changeFolder } from "./change-folder.js";
import { digest } from "./disk.js";
import { recoverFolder, refuseUnfinished } from "./in-turn.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-change-"));
  writeFileSync(join(folder, "a.ts"), "old a");
  writeFileSync(join(folder, "b.ts"), "old b");
});
afterEach(() => rmSync(folder, { recursive: true }));

function change(...changes: readonly Change[]): Promise<void> {
  return changeFolder(folder, async () => changes);
}

function contents(): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ name, parentPath }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

const updateA: Change = { kind: "update", path: "a.ts", text: "new a", before: "old a" };
const deleteB: Change = { kind: "delete", path: "b.ts", before: "old b" };

describe("changes", () => {
  it("are made, and leave nothing else behind", async () => {
    await change(updateA, { kind: "create", path: "deep/er/c.ts", text: "new c" }, deleteB);
    expect(contents()).toEqual({ "a.ts": "new a", "deep/er/c.ts": "new c" });
    expect(readdirSync(folder).sort()).toEqual(["a.ts", "deep"]);
  });

  it("are all taken back where one of them fails", async () => {
    const before = contents();
    writeFileSync(join(folder, "d"), "a file");
    const failing = change(
      updateA,
      deleteB,
      { kind: "create", path: "deep/er/c.ts", text: "new c" },
      { kind: "create", path: "d/e.ts", text: "a file is in the way" },
    );
    await expect(failing).rejects.toMatchObject({
      path: join(folder, "d/e.ts"),
      message: expect.stringMatching(/A file is where a folder is needed/),
    });
    expect(contents()).toEqual({ ...before, d: "a file" });
    expect(readdirSync(folder).sort()).toEqual(["a.ts", "b.ts", "d"]);
  });

  it("are not begun where a folder is in the way", async () => {
    mkdirSync(join(folder, "d.ts"));
    const failing = change(updateA, { kind: "create", path: "d.ts", text: "a folder is in the way" });
    await expect(failing).rejects.toMatchObject({
      path: join(folder, "d.ts"),
      message: expect.stringMatching(/EISDIR/),
    });
    expect(contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
  });

  it("are not begun where somebody has changed, added or deleted a file since they were planned", async () => {
    const stale: readonly Change[] = [
      { kind: "update", path: "a.ts", text: "new a", before: "older a" },
      { kind: "create", path: "a.ts", text: "new a" },
      { kind: "delete", path: "none.ts", before: "gone" },
    ];
    for (const one of stale) {
      const message = expect.stringMatching(/Somebody has changed it/);
      await expect(change(deleteB, one)).rejects.toMatchObject({ path: join(folder, one.path), message });
    }
    expect(contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
  });

  it("remove the folders that they empty, and no others", async () => {
    mkdirSync(join(folder, "x/y"), { recursive: true });
    mkdirSync(join(folder, "x/same"), { recursive: true });
    writeFileSync(join(folder, "x/y/z.ts"), "z");
    writeFileSync(join(folder, "x/same/old.ts"), "old");
    writeFileSync(join(folder, "x/keep.ts"), "keep");
    await change(
      { kind: "create", path: "x/same/new.ts", text: "new" },
      { kind: "delete", path: "x/y/z.ts", before: "z" },
      { kind: "delete", path: "x/same/old.ts", before: "old" },
    );
    expect(existsSync(join(folder, "x/y"))).toBe(false);
    expect(contents()).toMatchObject({ "x/keep.ts": "keep", "x/same/new.ts": "new" });
  });

  it("leave no folder where they fail and there was none", async () => {
    const failing = changeFolder(join(folder, "new/er"), async () => [deleteB]);
    await expect(failing).rejects.toThrow(/Somebody has changed it/);
    expect(existsSync(join(folder, "new"))).toBe(false);
  });

  it("show a reader each file whole, and never none where there was one", async () => {
    const text = "new ".repeat(50_000);
    let done = false;
    const seen = new Set<string>();
    const changing = change({ ...updateA, text }).then(() => {
      done = true;
    });
    while (!done) {
      seen.add(readFileSync(join(folder, "a.ts"), "utf8"));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await changing;
    expect([...seen].filter((one) => one !== "old a" && one !== text)).toEqual([]);
  });

  it("replace a file with several names under its own name only", async () => {
    linkSync(join(folder, "a.ts"), join(folder, "other.ts"));
    await change(updateA);
    expect(contents()).toMatchObject({ "a.ts": "new a", "other.ts": "old a" });
  });
});

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
    symlinkSync(outside, join(folder, "linked"));
    await expect(change(updateA, one)).rejects.toMatchObject({ ...refused, path: join(folder, "linked") });
    expect(readdirSync(outside)).toEqual(["x.ts"]);
    expect(readFileSync(join(outside, "x.ts"), "utf8")).toBe("theirs");
    expect(readFileSync(join(folder, "a.ts"), "utf8")).toBe("old a");
  });

  it("is no file of the package, wherever it leads to", async () => {
    symlinkSync(join(outside, "x.ts"), join(folder, "linked.ts"));
    symlinkSync(join(folder, "nowhere"), join(folder, "dangling.ts"));
    symlinkSync("loop.ts", join(folder, "loop.ts"));
    for (const path of ["linked.ts", "dangling.ts", "loop.ts"]) {
      const failing = change({ kind: "create", path, text: "ours" });
      await expect(failing).rejects.toMatchObject({ ...refused, path: join(folder, path) });
    }
    symlinkSync(outside, join(folder, ".facsimile"));
    await expect(change(updateA)).rejects.toMatchObject({ ...refused, path: join(folder, ".facsimile") });
    expect(readdirSync(outside)).toEqual(["x.ts"]);
  });

  it("may be what the caller names", async () => {
    symlinkSync(folder, join(outside, "package"));
    await changeFolder(join(outside, "package"), async () => [updateA]);
    expect(contents()).toMatchObject({ "a.ts": "new a" });
  });
});

describe("what an interrupted run has left", () => {
  /** A folder as a run leaves it that is killed when it has changed a file, deleted one and made one. */
  function interrupt(path = "deep/c.ts"): string {
    const run = join(folder, ".facsimile/1-000000000000-000000000000.taken");
    for (const name of ["new", "old", "gone"]) mkdirSync(join(run, name), { recursive: true });
    renameSync(join(folder, "a.ts"), join(run, "old/0"));
    renameSync(join(folder, "b.ts"), join(run, "old/1"));
    writeFileSync(join(folder, "a.ts"), "new a");
    mkdirSync(join(folder, "deep"));
    writeFileSync(join(folder, "deep/c.ts"), "new c");
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
    const before = contents();
    await expect(refuseUnfinished(folder)).rejects.toMatchObject({ code: "output-unfinished" });
    expect(contents()).toEqual(before);
    await recoverFolder(folder);
    expect(contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
    expect(readdirSync(folder).sort()).toEqual(["a.ts", "b.ts"]);
    await refuseUnfinished(folder);
  });

  it("does not cost what somebody has changed since", async () => {
    interrupt();
    for (const path of ["a.ts", "b.ts", "deep/c.ts"]) writeFileSync(join(folder, path), "mine");
    await recoverFolder(folder);
    expect(contents()).toEqual({ "a.ts": "mine", "b.ts": "mine", "deep/c.ts": "mine" });
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
    const before = contents();
    const message = expect.stringMatching(/The record of an interrupted run cannot be understood/);
    await expect(recoverFolder(folder)).rejects.toMatchObject({ path: join(run, "journal.json"), message });
    expect(contents()).toEqual(before);
  });

  it("is taken back through no link", async () => {
    interrupt();
    const outside = mkdtempSync(join(tmpdir(), "facsimile-outside-"));
    renameSync(join(folder, "deep/c.ts"), join(outside, "c.ts"));
    rmSync(join(folder, "deep"), { recursive: true });
    symlinkSync(outside, join(folder, "deep"));
    await expect(recoverFolder(folder)).rejects.toMatchObject({ path: join(folder, "deep") });
    expect(readFileSync(join(outside, "c.ts"), "utf8")).toBe("new c");
    // Mended, the rest is taken back.
    rmSync(join(folder, "deep"));
    await recoverFolder(folder);
    expect(contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
    rmSync(outside, { recursive: true });
  });
});

describe("runs at the same time", () => {
  it("wait for one another, and plan when it is their turn", async () => {
    let inside = 0;
    const one = async (text: string): Promise<void> =>
      changeFolder(folder, async () => {
        inside += 1;
        expect(inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        const before = readFileSync(join(folder, "a.ts"), "utf8");
        inside -= 1;
        return [{ kind: "update", path: "a.ts", text, before }];
      });
    await Promise.all(Array.from({ length: 6 }, (_, number) => one(`text ${number}`)));
    expect(contents()).toMatchObject({ "a.ts": expect.stringMatching(/^text \d$/), "b.ts": "old b" });
    expect(readdirSync(folder).sort()).toEqual(["a.ts", "b.ts"]);
  });

  it("take one for dead that shows no life for ten seconds, and it changes nothing any more", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "performance"] });
    try {
      const [begun, go] = [signal(), signal()];
      const stopped = changeFolder(folder, async () => {
        begun.give();
        await go.given;
        return [{ ...updateA, text: "late" }];
      });
      await begun.given;
      // Its sign of life.
      vi.clearAllTimers();
      const began = performance.now();
      const next = signal();
      const changing = change(updateA).finally(next.give);
      while (!next.isGiven()) {
        if (vi.getTimerCount() > 0) await vi.advanceTimersByTimeAsync(100);
        else await new Promise((resolve) => setImmediate(resolve));
      }
      await changing;
      expect(performance.now() - began).toBeGreaterThan(10_000);
      go.give();
      await expect(stopped).rejects.toThrow();
    } finally {
      vi.useRealTimers();
    }
    expect(contents()).toEqual({ "a.ts": "new a", "b.ts": "old b" });
  });
});

function signal(): { readonly give: () => void; readonly given: Promise<void>; readonly isGiven: () => boolean } {
  let resolve: () => void = () => undefined;
  let isGiven = false;
  const given = new Promise<void>((done) => {
    resolve = done;
  });
  const give = (): void => {
    isGiven = true;
    resolve();
  };
  return { give, given, isGiven: () => isGiven };
}

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
    const run = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script, "--", folder];
    const limited = 'trap "" XFSZ; ulimit -f 8; exec "$0" "$@"';
    const out = execFileSync("bash", ["-c", limited, process.execPath, ...run], {
      encoding: "utf8",
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
    });
    expect(out).toBe(`${join(folder, "deep/c.ts")} It is larger than a file may be (EFBIG).\n`);
    expect(contents()).toEqual({ "a.ts": "old a", "b.ts": "old b" });
    expect(readdirSync(folder).sort()).toEqual(["a.ts", "b.ts"]);
  });
});
