import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../repository.js";

const execute = promisify(execFile);

/** Building what a pull request starts from may take so long, in milliseconds; most of it comes out of turbo's cache. */
const patience = 10 * 60_000;

/** The commit that a change starts from, checked out beside the working copy. */
export interface Base {
  readonly commit: string;
  /** Where it is checked out; absolute. */
  readonly before: string;
  /** The working copy; absolute. */
  readonly after: string;
  /** Why its packages could not be built; undefined where they are. */
  readonly unbuilt: string | undefined;
  close(): Promise<void>;
}

/**
 * Checks out the commit in which a revision and HEAD have parted into a temporary folder, and builds it there with what is installed here.
 *
 * @throws Error where there is no such revision
 */
export async function openBase(revision: string): Promise<Base> {
  const commit = await partedAt(revision);
  const top = mkdtempSync(path.join(tmpdir(), "facsimile-base-"));
  const folder = path.join(top, "base");
  const close = async (): Promise<void> => {
    await git(root, "worktree", "remove", "--force", folder).catch(() => undefined);
    rmSync(top, { recursive: true, force: true });
  };
  try {
    await git(root, "worktree", "add", "--quiet", "--detach", folder, commit);
    linkInstalled(folder);
    return { commit, before: folder, after: root, unbuilt: await build(folder), close };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute("git", args, { cwd, maxBuffer: 64 * 2 ** 20 });
  return stdout;
}

async function partedAt(revision: string): Promise<string> {
  try {
    return (await git(root, "merge-base", "--end-of-options", revision, "HEAD")).trim();
  } catch {
    throw new Error(`--base ${revision}: no such revision, or nothing in common with HEAD. Fetch it first.`);
  }
}

/** What npm has installed here; packages of the repository are those of the base. */
function linkInstalled(folder: string): void {
  const modules = path.join(folder, "node_modules");
  mkdirSync(path.join(modules, "@facsimile"), { recursive: true });
  for (const name of readdirSync(path.join(root, "node_modules")))
    if (name !== "@facsimile" && name !== "facsimile" && name !== ".cache")
      symlinkSync(path.join(root, "node_modules", name), path.join(modules, name));
  for (const name of packagesIn(folder)) {
    const source = path.join(folder, "packages", name);
    symlinkSync(source, path.join(modules, nameOf(source)));
    const own = path.join(root, "packages", name, "node_modules");
    if (existsSync(own)) symlinkSync(own, path.join(source, "node_modules"));
  }
}

async function build(folder: string): Promise<string | undefined> {
  const turbo = path.join(root, "node_modules/.bin/turbo");
  const env = { ...process.env, DO_NOT_TRACK: "1", TURBO_TELEMETRY_DISABLED: "1" };
  try {
    await execute(turbo, ["run", "build", "--output-logs=errors-only"], {
      cwd: folder,
      env,
      timeout: patience,
      maxBuffer: 64 * 2 ** 20,
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}

/** The folders below `packages` that have a package, in alphabetical order. */
export function packagesIn(folder: string): readonly string[] {
  const packages = path.join(folder, "packages");
  return readdirSync(packages)
    .filter((name) => existsSync(path.join(packages, name, "package.json")))
    .sort();
}

export function nameOf(folder: string): string {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).name;
}
