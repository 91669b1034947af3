import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Change } from "../src/plan/plan.js";
import { changeFolder } from "../src/write/change-folder.js";

/** A folder that is there anew for each test, with `a.ts` and `b.ts` in it. */
export interface OldFolder {
  readonly path: string;
  change(...changes: readonly Change[]): Promise<void>;
  /** The texts of all files below it. */
  contents(): Readonly<Record<string, string>>;
}

export function oldFolder(): OldFolder {
  let path = "";
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), "facsimile-change-"));
    writeFileSync(join(path, "a.ts"), "old a");
    writeFileSync(join(path, "b.ts"), "old b");
  });
  afterEach(() => rmSync(path, { recursive: true }));
  return {
    get path() {
      return path;
    },
    change: (...changes) => changeFolder(path, async () => changes),
    contents: () => contentsOf(path),
  };
}

function contentsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ name, parentPath }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

export const updateA: Extract<Change, { readonly kind: "update" }> = {
  kind: "update",
  path: "a.ts",
  text: "new a",
  before: "old a",
};
export const deleteB: Extract<Change, { readonly kind: "delete" }> = { kind: "delete", path: "b.ts", before: "old b" };
