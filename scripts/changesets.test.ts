import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { listProviders, listTools, root, workspaceOf } from "./repository.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-changesets-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The manifests of this repository, with one change to be released. */
function prepare(name: string, bump: "minor" | "major"): string {
  const copy = path.join(folder, bump);
  mkdirSync(path.join(copy, ".changeset"), { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".changeset/config.json"])
    cpSync(path.join(root, file), path.join(copy, file));
  for (const workspace of [...listTools(), ...listProviders()])
    cpSync(
      path.join(root, "packages", workspace, "package.json"),
      path.join(copy, "packages", workspace, "package.json"),
    );
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "junction");
  writeFileSync(path.join(copy, ".changeset/change.md"), `---\n"${name}": ${bump}\n---\n\nA change.\n`);
  return copy;
}

/** What `changeset version` makes of the versions of the packages that are written by hand. */
async function versionsAfter(copy: string): Promise<Readonly<Record<string, string>>> {
  const bin = path.join(root, "node_modules/@changesets/cli/bin.js");
  await promisify(execFile)(process.execPath, [bin, "version"], { cwd: copy });
  const tools = listTools().map((workspace): [string, string] => {
    const manifest = JSON.parse(readFileSync(path.join(copy, "packages", workspace, "package.json"), "utf8"));
    return [workspaceOf(workspace), manifest.version];
  });
  return Object.fromEntries(tools);
}

it("a minor of an optional peer does not raise the command to a major", { timeout: 60_000 }, async () => {
  const { facsimile, ...others } = await versionsAfter(prepare("@facsimile/contract", "minor"));
  expect(others["@facsimile/contract"]).toBe("0.2.0");
  expect(facsimile).toMatch(/^0\./);
});

it("a major of one, which leaves the range, does", { timeout: 60_000 }, async () => {
  const { facsimile, ...others } = await versionsAfter(prepare("@facsimile/contract", "major"));
  expect(others["@facsimile/contract"]).toBe("1.0.0");
  expect(facsimile).toBe("1.0.0");
});
