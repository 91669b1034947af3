import { readFileSync } from "node:fs";
import path from "node:path";
import { baseCommit, hasFile } from "./revision.mjs";

/**
 * @typedef {object} DocumentDiff
 * @property {"passed" | "failed" | "skipped"} outcome
 * @property {boolean} changed whether there is anything to read
 * @property {string} markdown
 * @property {string} annotations workflow commands
 */

/**
 * Compares the document with its edition in the base.
 *
 * @param {import("./inputs.mjs").Inputs} inputs
 * @param {ReturnType<typeof import("./command.mjs").findCommand>} facsimile
 * @returns {Promise<DocumentDiff>}
 * @throws {Error} where that cannot be done
 */
export async function diff({ document, options, base, pullRequest, failOn, workspace, temporary }, facsimile) {
  const revision = base ?? pullRequest?.base;
  if (revision === undefined) return skipped("There is no base to compare with.", false);
  const commit = await baseCommit(revision, workspace);
  if (!(await hasFile(commit, document, workspace))) return skipped("The document is new.", true);
  const file = path.join(temporary, "facsimile-diff.md");
  const asked = failOn === "never" ? "breaking" : failOn;
  const editions = [`git:${commit}:${document}`, document];
  const args = [
    "diff",
    ...editions,
    `--fail-on=${asked}`,
    `--markdown=${file}`,
    "--format=github",
    ...overlaysOf(options),
  ];
  const { code, stdout, stderr } = await facsimile(args);
  if (stdout === "" && code === 2) throw new Error(stderr.trim());
  // What could not be read is in the annotations.
  if (code === 2)
    return { ...skipped("The editions cannot be compared.", true), outcome: "failed", annotations: stdout };
  const failed = code !== 0 && failOn !== "never";
  const markdown = readFileSync(file, "utf8");
  return {
    outcome: failed ? "failed" : "passed",
    changed: !/^### .*: no change\n/.test(markdown),
    markdown,
    annotations: stdout,
  };
}

/**
 * @param {string} sentence
 * @param {boolean} changed
 * @returns {DocumentDiff}
 */
function skipped(sentence, changed) {
  return { outcome: "skipped", changed, markdown: `_${sentence}_\n`, annotations: "" };
}

/**
 * Both editions are mended as the document is.
 *
 * @param {readonly string[]} options
 */
function overlaysOf(options) {
  return options.filter((option) => option.startsWith("--overlay="));
}
