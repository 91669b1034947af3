import { relative, sep } from "node:path";
import { InputError } from "../input-error.js";
import { runProgram } from "../sources/command.js";

/** What git knows of a repository. */
export class History {
  readonly #root: string;
  /** By revision: looked for once. */
  readonly #changed = new Map<string, Promise<readonly string[]>>();

  /** @param root - where the packages' repository is; paths are absolute and below it */
  constructor(root: string) {
    this.#root = root;
  }

  /** The last release of a package that led to the working copy, by the tags that changesets makes. */
  async lastTag(prefix: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git(
      "describe",
      "--tags",
      "--abbrev=0",
      "--match",
      `${escapeGlob(prefix)}[0-9]*`,
    );
    return code === 0 ? stdout.trim() : undefined;
  }

  /** The commit in which what leads to the working copy and a revision have parted; undefined where there is none. */
  async mergeBase(revision: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git("merge-base", "HEAD", revision);
    return code === 0 ? stdout.trim() : undefined;
  }

  /** @throws InputError where there is no such revision */
  async commitOf(revision: string): Promise<string> {
    const { code, stdout } = await this.#git(
      ...["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    );
    if (code !== 0 && (await this.#git("rev-parse", "--verify", "--quiet", "HEAD")).code !== 0)
      throw new InputError(`${this.#root} is in no git repository that has a commit, or git is not installed`);
    if (code !== 0)
      throw new InputError(`there is no revision ${revision}; in CI it may have to be fetched first (fetch-depth: 0)`);
    return stdout.trim();
  }

  /** The text of a file of a revision; undefined where it is not there. */
  async textAt(revision: string, path: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git("show", `${revision}:./${this.#inside(path)}`);
    return code === 0 ? stdout : undefined;
  }

  /** Whether something at these paths, or below them, is another one than in a revision. */
  async hasChanged(revision: string, paths: readonly string[]): Promise<boolean> {
    const changed = await this.changedFiles(revision);
    const inside = paths.map((path) => this.#inside(path));
    return changed.some((file) => inside.some((path) => path === "." || file === path || file.startsWith(`${path}/`)));
  }

  /** Files that are new or other ones than in a revision, or gone, relative to the root, with slashes. */
  changedFiles(revision: string): Promise<readonly string[]> {
    const changed = this.#changed.get(revision) ?? this.#findChanged(revision);
    this.#changed.set(revision, changed);
    return changed;
  }

  async #findChanged(revision: string): Promise<readonly string[]> {
    const listed = await Promise.all([
      this.#git("diff", "--relative", "--name-only", "-z", revision, "--"),
      this.#git("ls-files", "--others", "--exclude-standard", "-z"),
    ]);
    return listed.flatMap(({ stdout }) => stdout.split("\0")).filter((name) => name !== "");
  }

  #inside(path: string): string {
    return relative(this.#root, path).split(sep).join("/") || ".";
  }

  #git(...args: readonly string[]): ReturnType<typeof runProgram> {
    return runProgram("git", ["--literal-pathspecs", ...args], this.#root);
  }
}

function escapeGlob(text: string): string {
  return text.replaceAll(/[*?[\\]/g, "\\$&");
}
