import { rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { loadDocument } from "@facsimile/document";
import { InputError } from "../input-error.js";
import { runProgram } from "./command.js";
import { openTemporaryFolder } from "./temporary-folder.js";

export interface CheckedOut {
  readonly folder: string;
  /** What was asked for in it. */
  readonly path: string;
  close(): Promise<void>;
}

/** Rounds in which files are fetched that a document refers to, each of which may refer to others. */
const mostRounds = 50;

/**
 * Writes a file or folder of a revision, with the files that its documents refer to, into a temporary folder.
 *
 * @throws InputError
 */
export async function checkOut(label: string, cwd: string): Promise<CheckedOut> {
  const [, revision = "", path = ""] = /^git:([^:]+):(.+)$/s.exec(label) ?? [];
  if (path === "")
    throw new InputError(`${label}: write git:<revision>:<path>, such as git:main:specs/shelf/openapi.yaml`);
  const repository = await Repository.open(label, revision, cwd);
  const { folder, close } = await openTemporaryFolder("facsimile-git-");
  try {
    const wanted = await repository.list(path);
    if (wanted.length === 0) throw new InputError(`${label}: ${revision} has no ${path}`);
    await repository.write(wanted, folder);
    const target = join(folder, repository.prefix, path);
    if (wanted.length === 1) await writeReferred(repository, target, folder);
    return { folder: join(folder, repository.prefix), path: target, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function writeReferred(repository: Repository, document: string, folder: string): Promise<void> {
  const asked = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const { missing } = await loadDocument(document);
    const inside = missing.filter((path) => path.startsWith(`${folder}${sep}`) && !asked.has(path));
    if (inside.length === 0) return;
    for (const path of inside) asked.add(path);
    const listed = await Promise.all(inside.map((path) => repository.listFromTop(relative(folder, path))));
    await repository.write(listed.flat(), folder);
  }
}

class Repository {
  private readonly commit: string;
  private readonly top: string;
  /** The way from the top of the repository to the folder in which the command runs. */
  readonly prefix: string;

  private constructor(commit: string, top: string, prefix: string) {
    this.commit = commit;
    this.top = top;
    this.prefix = prefix;
  }

  static async open(label: string, revision: string, cwd: string): Promise<Repository> {
    const top = await runProgram("git", ["rev-parse", "--show-toplevel", "--show-prefix"], cwd);
    if (top.code !== 0) throw new InputError(`${label}: ${cwd} is in no git repository, or git is not installed`);
    const [folder = cwd, prefix = ""] = top.stdout.split("\n");
    const commit = await runProgram(
      "git",
      ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
      cwd,
    );
    if (commit.code !== 0)
      throw new InputError(
        `${label}: there is no revision ${revision}; in CI it may have to be fetched first (fetch-depth: 0)`,
      );
    return new Repository(commit.stdout.trim(), folder, prefix);
  }

  list(path: string): Promise<readonly string[]> {
    return this.listFromTop(`${this.prefix}${path}`);
  }

  /** The files at a path, or below it. */
  async listFromTop(path: string): Promise<readonly string[]> {
    const at = path
      .split(sep)
      .join("/")
      .replace(/(?<!\/)\/+$/, "");
    const { stdout } = await runProgram(
      "git",
      ["--literal-pathspecs", "ls-tree", "-r", "-z", "--name-only", "--full-tree", this.commit, "--", at],
      this.top,
    );
    return stdout.split("\0").filter((name) => name !== "");
  }

  /** An index of its own leaves that of the working copy alone. */
  async write(names: readonly string[], folder: string): Promise<void> {
    if (names.length === 0) return;
    const env = { ...process.env, GIT_INDEX_FILE: join(folder, ".index") };
    await runProgram("git", ["read-tree", this.commit], this.top, "", env);
    await runProgram(
      "git",
      ["checkout-index", "--force", "-z", "--stdin", `--prefix=${folder}/`],
      this.top,
      names.map((name) => `${name}\0`).join(""),
      env,
    );
    await rm(join(folder, ".index"), { force: true });
  }
}
