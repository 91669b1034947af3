import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "../repository.js";

const link = /^Open this in a browser .*(http:\S+)$/;

/**
 * Runs an example as its README says, by `npm start` in its folder, and follows the link that it asks a person to open.
 *
 * @returns what it prints
 */
export async function runExample(name: string, apiUrl: string | undefined): Promise<string> {
  const cwd = path.join(root, "examples", name);
  const env = { ...process.env, ...(apiUrl !== undefined && { API_URL: apiUrl }), NO_COLOR: "1" };
  const child = spawn("npm", ["start", "--silent"], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    const url = link.exec(line)?.[1];
    if (url !== undefined) void fetch(url).catch((error) => lines.push(String(error)));
  };
  createInterface(child.stdout).on("line", keep);
  createInterface(child.stderr).on("line", keep);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return [...lines, ...(code === 0 ? [] : [`exit code ${code}`]), ""].join("\n");
}
