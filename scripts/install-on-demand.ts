import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

/** Where benchmarks and tries on other platforms keep what they install and what they generate. Nothing of it is a dependency of this repository. */
export const cache: string = path.join(root, "node_modules", ".cache", "facsimile");

/**
 * Installs packages, by exact version, unless they are there, and answers with the folder that they can be imported from.
 *
 * @param home The folder's parent. Default: {@link cache}.
 */
export function installOnDemand(
  name: string,
  versions: Readonly<Record<string, string>>,
  home: string = cache,
): string {
  const folder = path.join(home, name);
  const manifest = JSON.stringify({ private: true, type: "module", dependencies: versions });
  // Written last: where it says the same, the installation was finished.
  const marker = path.join(folder, "installed.json");
  if (existsSync(marker) && readFileSync(marker, "utf8") === manifest) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), manifest);
  console.log(`Installing ${Object.keys(versions).join(", ")}`);
  const options = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  execFileSync("npm", ["install", ...options], { cwd: folder, stdio: "inherit" });
  writeFileSync(marker, manifest);
  return folder;
}

/** The script that a command of an installed package runs, so that Node can be started with it directly. */
export function commandOf(folder: string, name: string, command: string): string {
  const home = path.join(folder, "node_modules", name);
  // Written by npm's rules: `bin` is one path, or paths by command.
  const { bin } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const script = typeof bin === "string" ? bin : bin[command];
  if (script === undefined) throw new Error(`${name} has no command ${command}`);
  return path.join(home, script);
}
