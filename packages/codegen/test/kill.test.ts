import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatedMark } from "../src/plan/mark.js";
import { refuseUnfinished } from "../src/write/in-turn.js";
import { type Files, writeFiles } from "./write-files.js";

const marked = (text: string): string => `// ${generatedMark}\n${text}\n`;
const manifest = (version: string): string =>
  `{ "version": "${version}", "dependencies": { "@facsimile/runtime": "1" } }\n`;

/** What somebody else has in the folder. */
const foreign: Files = { "CHANGELOG.md": "mine\n", "src/mine.ts": "mine\n", "node_modules/x/index.js": "x\n" };
const before: Files = {
  ...foreign,
  "package.json": manifest("1"),
  "src/same.ts": marked("same"),
  "src/old-name/deep/x.ts": marked("x"),
  "src/file-then-folder": marked("file"),
};
const after: Files = {
  "package.json": manifest("2"),
  "src/same.ts": marked("same"),
  "src/new-name/deep/x.ts": marked("x"),
  "src/file-then-folder/y.ts": marked("y"),
};

let workshop: string;
let program: string;
beforeAll(async () => {
  workshop = mkdtempSync(join(tmpdir(), "facsimile-kill-"));
  program = join(workshop, "killed-run.mjs");
  const entryPoints = [join(import.meta.dirname, "killed-run.ts")];
  await build({ entryPoints, outfile: program, bundle: true, platform: "node", format: "esm" });
});
afterAll(() => rmSync(workshop, { recursive: true }));

function lay(files: Files): string {
  const folder = mkdtempSync(join(workshop, "run-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function copy(folder: string): string {
  const other = mkdtempSync(join(workshop, "copy-"));
  cpSync(folder, other, { recursive: true });
  return other;
}

type Contents = Readonly<Record<string, string | undefined>>;

/** The texts of everything below a folder; undefined for a folder. */
function contents(folder: string): Contents {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), entry.isFile() ? readFileSync(path, "utf8") : undefined];
    }),
  );
}

/** What a reader cares for: all but the folder of the runs. */
function visible(folder: string): Contents {
  return Object.fromEntries(Object.entries(contents(folder)).filter(([path]) => !path.startsWith(".facsimile")));
}

async function isUnfinished(folder: string): Promise<boolean> {
  return refuseUnfinished(folder).then(
    () => false,
    () => true,
  );
}

/** Writes in a process of its own. @returns whether it was killed */
async function isKilled(folder: string, files: string, end: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, folder, files, end], (error, _, text) => {
      if (error !== null && error.signal !== "SIGKILL") reject(new Error(text));
      else resolve(error !== null);
    });
  });
}

/** What a folder is before each step of a run that has ended since: what it would be, had the run been killed there. */
async function snapshots(folder: string, files: Files | undefined): Promise<readonly string[]> {
  const all = mkdtempSync(join(workshop, "snapshots-"));
  await isKilled(folder, files === undefined ? "-" : JSON.stringify(files), all);
  return readdirSync(all).map((step) => join(all, step));
}

describe("a run that is killed before any of its steps", () => {
  let old: Contents;
  let wanted: Contents;
  beforeAll(() => {
    old = contents(lay(before));
    wanted = contents(lay({ ...foreign, ...after }));
  });

  it("leaves a package that is whole, or that the next run makes whole, and nothing else", async () => {
    const counts = { old: 0, new: 0, unfinished: 0 };
    const texts = [...Object.values(old), ...Object.values(wanted)];
    let next = 0;
    const killEach = async (): Promise<void> => {
      for (;;) {
        const folder = lay(before);
        const runsThrough = !(await isKilled(folder, JSON.stringify(after), String(next++)));
        const found = visible(folder);
        for (const text of Object.values(found)) expect(texts).toContain(text);
        const state = (await isUnfinished(folder)) ? "unfinished" : isDeepStrictEqual(found, old) ? "old" : "new";
        counts[state] += 1;
        if (state === "new") expect(found).toEqual(wanted);

        const other = copy(folder);
        await writeFiles(other, undefined);
        expect(contents(other)).toEqual(state === "new" ? wanted : old);

        await writeFiles(folder, after);
        expect(contents(folder)).toEqual(wanted);
        if (runsThrough) return;
      }
    };
    await Promise.all([killEach(), killEach(), killEach()]);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(3);
  });

  it("may be the first one, where there is no folder yet", async () => {
    const states = await snapshots(join(lay({}), "packages/tea"), after);
    expect(states.length).toBeGreaterThan(30);
    for (const state of states) {
      await writeFiles(state, after);
      expect(contents(state)).toEqual(contents(lay(after)));
    }
  });

  it("may be the one that takes back what another one left", async () => {
    const states = await snapshots(lay(before), after);
    const unfinished = [];
    for (const state of states) if (await isUnfinished(state)) unfinished.push(state);
    for (const left of [unfinished.at(3), unfinished.at(-1)]) {
      const next = await snapshots(left ?? "", undefined);
      expect(next.length).toBeGreaterThan(10);
      for (const state of next) {
        await writeFiles(state, undefined);
        expect(contents(state)).toEqual(old);
      }
    }
  });
});
