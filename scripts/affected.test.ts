import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { affectedTasks } from "./affected.js";
import { listChecks } from "./checks.js";
import { root } from "./repository.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-affected-"));
afterAll(() => rmSync(folder, { recursive: true }));

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
}

// A copy of what git has, and of what is not committed yet.
execFileSync("git", ["clone", "-q", "--shared", root, folder]);
execFileSync("git", ["-C", root, "ls-files", "-z", "-o", "-m", "--exclude-standard"], { encoding: "utf8" })
  .split("\0")
  .filter((file) => file !== "" && existsSync(path.join(root, file)))
  .forEach((file) => {
    execFileSync("cp", ["--parents", file, folder], { cwd: root });
  });
symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
git("add", "-A", "--", ".", ":!node_modules");
git("commit", "-qm", "base", "--allow-empty");

const tasks = listChecks().flatMap((check) => check.tasks);
beforeEach(() => void git("reset", "-q", "--hard"));

it.each([
  ["docs/release.md", [], ["//#test:scripts", "@facsimile/sendauth#contract"]],
  [
    "specs/sendauth/openapi.yaml",
    ["//#lint:specs", "@facsimile/sendauth#contract", "@facsimile/evidence#test", "//#mutation:sample"],
    ["@facsimile/ultracart#contract", "@facsimile/runtime#test", "@facsimile/evidence#typecheck"],
  ],
  [
    "packages/evidence/src/index.ts",
    ["@facsimile/evidence#test", "facsimile#test", "//#check:packages"],
    ["@facsimile/sendauth#contract", "@facsimile/codegen#test"],
  ],
  ["packages/runtime/src/index.ts", ["@facsimile/ultracart#contract", "@facsimile/sendauth#typecheck"], []],
  ["package-lock.json", tasks, []],
])("a change of %s runs what it can make a difference to, and nothing else", async (file, some, none) => {
  appendFileSync(path.join(folder, file), "\n");
  git("commit", "-qam", "change");
  const found = [...(await affectedTasks(tasks, "HEAD~1", folder))];
  git("reset", "-q", "--hard", "HEAD~1");
  expect(found).toEqual(expect.arrayContaining([...some]));
  expect(none.filter((task) => found.includes(task))).toEqual([]);
});
