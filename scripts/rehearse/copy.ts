import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";
import { command, type Place } from "./command.js";

/** Stands for whoever owns the repository, where that is still to be filled in. */
const owner = "rehearsal";

/** Who commits in the copy, and that nothing of the machine's own settings has a say. */
const git = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "rehearsal",
  GIT_AUTHOR_EMAIL: "rehearsal@localhost",
  GIT_COMMITTER_NAME: "rehearsal",
  GIT_COMMITTER_EMAIL: "rehearsal@localhost",
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
};

/** Copies what is committed into a new folder, on a branch `main`, fills in the repository's owner, and installs what it needs. */
export async function copyRepository(folder: string): Promise<void> {
  await command({ folder: root, env: git }, "git", "clone", "--quiet", root, folder);
  const copy = placeOf(folder);
  await command(copy, "git", "checkout", "--quiet", "-B", "main");
  const packages = readdirSync(path.join(folder, "packages")).map((name) => path.join("packages", name));
  for (const home of [".", ...packages]) fillIn(path.join(folder, home, "package.json"));
  await command(copy, "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
  await commit(copy, "Fill in the owner");
}

/** Where commands of a copy run. */
export function placeOf(folder: string): Place {
  return { folder, env: git };
}

export async function commit(copy: Place, message: string): Promise<void> {
  await command(copy, "git", "add", "--all");
  await command(copy, "git", "commit", "--quiet", "--allow-empty", "--message", message);
}

function fillIn(file: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("/OWNER/", `/${owner}/`));
}
