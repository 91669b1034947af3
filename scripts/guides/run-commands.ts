import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";

/** Commands of a page, and what it says that they print. */
export interface Step {
  readonly commands: string;
  readonly prints: string;
}

/** The blocks `sh` of a page, each with the block `text` behind it. */
export function readSteps(markdown: string): readonly Step[] {
  const blocks = markdown.matchAll(/^```sh\n(.*?)^```$(?:\n\n^```text\n(.*?)^```$)?/gms);
  return [...blocks].map(([, commands = "", text = ""]) => ({ commands, prints: text }));
}

/** Runs the steps one after another in a new folder beside a checkout of this repository, and gives what each prints. */
export function runSteps(steps: readonly Step[], outer: string): readonly string[] {
  const folder = path.join(outer, "work");
  const programs = path.join(outer, "programs");
  for (const each of [folder, programs]) mkdirSync(each, { recursive: true });
  symlinkSync(root, path.join(outer, "facsimile"));
  const command = path.join(root, "packages", "facsimile", "bin", "facsimile.js");
  writeFileSync(path.join(programs, "npx"), `#!/bin/sh\nshift\nexec "${process.execPath}" "${command}" "$@"\n`, {
    mode: 0o755,
  });
  const env = { ...process.env, ...author, PATH: `${programs}${path.delimiter}${process.env.PATH}` };
  const options = { cwd: folder, env, encoding: "utf8", timeout: 60_000 } as const;
  return steps.map(({ commands }) => spawnSync("bash", ["-c", `exec 2>&1\n${commands}`], options).stdout);
}

const author = {
  GIT_AUTHOR_NAME: "Ann",
  GIT_AUTHOR_EMAIL: "ann@example.org",
  GIT_COMMITTER_NAME: "Ann",
  GIT_COMMITTER_EMAIL: "ann@example.org",
  GITHUB_WORKSPACE: undefined,
  NO_COLOR: "1",
};
