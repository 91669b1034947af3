import { spawn } from "node:child_process";

/**
 * @typedef {object} Ran
 * @property {number} code
 * @property {string} stdout
 * @property {string} stderr
 */

/** What a program has no need of: tokens, and the files by which a step tells the runner something. */
const withheld = /TOKEN|SECRET|^GITHUB_(?!WORKSPACE$)|^ACTIONS_|^INPUT_|^FACSIMILE_/i;

/**
 * Runs a program without a shell, and keeps what it prints. It is given no token.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<Ran>}
 */
export function runProgram(program, args, cwd) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !withheld.test(name)));
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const texts = { stdout: "", stderr: "" };
    for (const name of /** @type {const} */ (["stdout", "stderr"])) {
      child[name].setEncoding("utf8");
      child[name].on("data", (text) => {
        texts[name] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, ...texts }));
  });
}
