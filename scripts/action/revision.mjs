import { runProgram } from "./programs.mjs";

/**
 * The commit that a document is compared with: where the base and what is checked out have parted, else the base itself, which a clone without history
 * knows alone. It is fetched where it is not there.
 *
 * @param {string} revision
 * @param {string} workspace
 * @returns {Promise<string>}
 * @throws {Error} where there is no such revision
 */
export async function baseCommit(revision, workspace) {
  const commit = (await commitOf(revision, workspace)) ?? (await fetched(revision, workspace));
  const { code, stdout } = await git(["merge-base", commit, "HEAD"], workspace);
  return code === 0 ? stdout.trim() : commit;
}

/**
 * Whether a commit has a file.
 *
 * @param {string} commit
 * @param {string} file relative to the workspace
 * @param {string} workspace
 */
export async function hasFile(commit, file, workspace) {
  const name = file.startsWith("./") ? file : `./${file}`;
  return (await git(["cat-file", "-e", `${commit}:${name}`], workspace)).code === 0;
}

/**
 * @param {string} revision
 * @param {string} workspace
 */
async function commitOf(revision, workspace) {
  for (const name of [revision, `origin/${revision}`]) {
    const found = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`], workspace);
    if (found.code === 0) return found.stdout.trim();
  }
  return undefined;
}

/**
 * @param {string} revision
 * @param {string} workspace
 */
async function fetched(revision, workspace) {
  const shallow = (await git(["rev-parse", "--is-shallow-repository"], workspace)).stdout.trim() === "true";
  const name = revision.replace(/^origin\//, "");
  const depth = shallow ? ["--depth=1"] : [];
  const { code, stderr } = await git(["fetch", "--quiet", "--no-tags", ...depth, "origin", "--", name], workspace);
  const commit = code === 0 ? await commitOf("FETCH_HEAD", workspace) : undefined;
  if (commit !== undefined) return commit;
  throw new Error(`There is no revision ${revision}. Check out with fetch-depth: 0. ${stderr.trim()}`);
}

/**
 * @param {readonly string[]} args
 * @param {string} workspace
 */
function git(args, workspace) {
  return runProgram("git", args, workspace);
}
