import path from "node:path";

/**
 * @typedef {object} CheckFinding
 * @property {string} severity
 * @property {string} place
 * @property {string} message
 */

/**
 * @typedef {object} Check
 * @property {boolean} passed
 * @property {string} sentence what there is to say of it
 * @property {readonly CheckFinding[]} findings
 * @property {string} annotations workflow commands
 */

/**
 * Checks that a package is up to date with the document, or the document alone.
 *
 * @param {import("./inputs.mjs").Inputs} inputs
 * @param {ReturnType<typeof import("./command.mjs").findCommand>} facsimile
 * @returns {Promise<Check>}
 * @throws {Error} where the command cannot do it
 */
export async function check({ document, out, options, temporary }, facsimile) {
  const folder =
    out === undefined ? [`--out=${path.join(temporary, "facsimile-client")}`] : [`--out=${out}`, "--check"];
  const generate = ["generate", document, ...folder, ...options];
  const { code, stdout, stderr } = await facsimile([...generate, "--format", "json"]);
  if (stdout === "") throw new Error(stderr.trim());
  const { packages, counts } = JSON.parse(stdout);
  const [{ outcome, changes, diagnostics, folder: client }] = packages;
  const files = outcome === "outdated" ? changes.length : 0;
  const drift = files === 0 ? "" : `${inWords(files, "file")} of the package out of date, `;
  const findings = [
    ...(outcome === "outdated" ? changes.map((/** @type {FileChange} */ change) => outdated(change, client)) : []),
    ...diagnostics.map(toFinding),
  ];
  return {
    passed: code === 0,
    sentence: `${drift}${inWords(counts.errors, "error")}, ${inWords(counts.omissions, "omission")}, ${inWords(counts.warnings, "warning")}`,
    findings,
    annotations: findings.length === 0 ? "" : (await facsimile([...generate, "--format", "github"])).stdout,
  };
}

/**
 * @param {number} count
 * @param {string} noun
 */
function inWords(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * @typedef {object} FileChange
 * @property {"create" | "update" | "delete"} kind
 * @property {string} path
 */

const states = { create: "is missing", update: "is out of date", delete: "is generated no more" };

/**
 * @param {FileChange} change
 * @param {string} folder
 */
function outdated({ kind, path: file }, folder) {
  return { severity: "error", place: `${folder}/${file}`, message: states[kind] };
}

/** @param {{ severity: string, file: string, line: number | null, message: string, code: string }} diagnostic */
function toFinding({ severity, file, line, message, code }) {
  return { severity, place: line === null ? file : `${file}:${line}`, message: `${message} (${code})` };
}
