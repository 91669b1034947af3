import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "../repository.js";

/** A program with its arguments. */
export type Command = readonly [program: string, ...args: readonly string[]];

const link = /^Open this in a browser .*(http:\S+)$/;

/**
 * Runs commands in the folder of an example, one after another, until one fails, and follows the link that one asks a person to open.
 *
 * @returns what they print
 */
export async function runExample(
  name: string,
  commands: readonly Command[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const cwd = path.join(root, "examples", name);
  const { PATH = "" } = process.env;
  const bin = path.join(root, "node_modules", ".bin");
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${PATH}`, ...environment };
  const printed: string[] = [];
  for (const [program, ...args] of commands) {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const keep = (line: string): void => {
      printed.push(line);
      const url = link.exec(line)?.[1];
      if (url !== undefined) void fetch(url).catch((error) => printed.push(String(error)));
    };
    createInterface(child.stdout).on("line", keep);
    createInterface(child.stderr).on("line", keep);
    const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    if (code !== 0) return [...printed, `exit code ${code}`, ""].join("\n");
  }
  return [...printed, ""].join("\n");
}
