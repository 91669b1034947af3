import { isObject } from "@facsimile/document";
import { runProgram } from "../sources/command.js";
import { parseJson } from "./parse-json.js";

/**
 * The latest version of a package that is published and carries its document. Undefined where there is none, and where no registry answers soon:
 * work without a network goes on.
 */
export async function publishedVersion(name: string): Promise<string | undefined> {
  if (process.env.npm_config_offline === "true") return undefined;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const impatient = ["--fetch-retries=0", "--fetch-timeout=5000"];
  const { code, stdout } = await runProgram(npm, ["view", ...impatient, "--json", "--", name], process.cwd());
  if (code !== 0) return undefined;
  const described = parseJson(stdout);
  const manifest = Array.isArray(described) ? described.at(-1) : described;
  if (!isObject(manifest) || !isObject(manifest.exports) || !("./openapi.json" in manifest.exports)) return undefined;
  return typeof manifest.version === "string" ? manifest.version : undefined;
}
