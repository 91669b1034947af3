import { readFileSync } from "node:fs";
import path from "node:path";

/** What is wrong with how the action is used. */
export class InputError extends Error {}

/**
 * @typedef {object} PullRequest
 * @property {number} number
 * @property {string} base the commit that its base branch was at
 */

/**
 * @typedef {object} Inputs
 * @property {string} workspace where the repository is checked out to; absolute
 * @property {string} temporary a folder for this job; absolute
 * @property {string} document relative to the workspace, with slashes
 * @property {string | undefined} out
 * @property {readonly string[]} options
 * @property {string | undefined} base a revision
 * @property {"breaking" | "warning" | "any" | "never"} failOn
 * @property {boolean} comment
 * @property {boolean} installed whether the workflow has installed the command
 * @property {PullRequest | undefined} pullRequest
 */

const generateOption = /^--(?:(?:name|allow|overlay|only|without)[ =].+|raw|document|strict)$/;

/**
 * Reads what the workflow asks for and what it runs for.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Inputs}
 * @throws {InputError}
 */
export function readInputs(env) {
  const workspace = required(env, "GITHUB_WORKSPACE");
  return {
    workspace,
    temporary: required(env, "RUNNER_TEMP"),
    document: readDocument(env.FACSIMILE_DOCUMENT ?? "", workspace),
    out: env.FACSIMILE_OUT || undefined,
    options: readOptions(env.FACSIMILE_OPTIONS ?? ""),
    base: readBase(env.FACSIMILE_BASE ?? ""),
    failOn: oneOf("fail-on", env.FACSIMILE_FAIL_ON, /** @type {const} */ (["breaking", "warning", "any", "never"])),
    comment: oneOf("comment", env.FACSIMILE_COMMENT, /** @type {const} */ (["true", "false"])) === "true",
    installed: env.FACSIMILE_VERSION === "installed",
    pullRequest: readPullRequest(env.GITHUB_EVENT_PATH),
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
function required(env, name) {
  const value = env[name];
  if (!value) throw new InputError(`${name} is not set: this is run by GitHub Actions.`);
  return value;
}

/**
 * @template {string} Text
 * @param {string} name
 * @param {string | undefined} text
 * @param {readonly [Text, ...Text[]]} known the first is taken where nothing is given
 * @returns {Text}
 */
function oneOf(name, text, known) {
  const found = known.find((each) => each === (text || known[0]));
  if (found === undefined) throw new InputError(`${name} is ${known.join(", ")}, and not ${JSON.stringify(text)}.`);
  return found;
}

/**
 * @param {string} text
 * @param {string} workspace
 */
function readDocument(text, workspace) {
  if (text.trim() === "") throw new InputError("document is missing: name the OpenAPI document.");
  const inside = path.relative(workspace, path.resolve(workspace, text)).split(path.sep).join("/");
  if (inside === "" || inside.startsWith("../") || inside === ".." || path.isAbsolute(inside))
    throw new InputError(`document is no file of the repository: ${JSON.stringify(text)}.`);
  // Nothing takes it for an option.
  return inside.startsWith("-") ? `./${inside}` : inside;
}

/** @param {string} text */
function readOptions(text) {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    if (!generateOption.test(line))
      throw new InputError(
        `options takes --name, --allow, --overlay, --only, --without, --raw, --document and --strict, one a line: ${JSON.stringify(line)}.`,
      );
    return line.replace(/^(--\w+) +/, "$1=");
  });
}

/** @param {string} text */
function readBase(text) {
  if (text.startsWith("-")) throw new InputError(`base is no revision: ${JSON.stringify(text)}.`);
  return text || undefined;
}

/**
 * @param {string | undefined} file
 * @returns {PullRequest | undefined}
 */
function readPullRequest(file) {
  if (!file) return undefined;
  const { pull_request: pullRequest } = JSON.parse(readFileSync(file, "utf8"));
  const [number, base] = [pullRequest?.number, pullRequest?.base?.sha];
  if (!Number.isSafeInteger(number) || !/^[0-9a-f]{40,64}$/.test(base)) return undefined;
  return { number, base };
}
