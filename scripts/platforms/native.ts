import { chmodSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { installPlatform, PlatformMissing } from "./platform.js";

/** Installs a package that has an executable for each system as an optional dependency in a scope of its own. Answers with the executable. */
export function installNative(name: string, version: string, scope: string, file: string): string {
  const folder = installPlatform(`${name}-${version}`, { [name]: version });
  const home = path.join(folder, "node_modules", scope);
  const found = existsSync(home) ? readdirSync(home).map((system) => path.join(home, system, file)) : [];
  const executable = found.find((candidate) => existsSync(candidate));
  if (executable === undefined) throw new PlatformMissing(`${name} ${version} has no executable for this system`);
  // Some are packed without it, and given it by a script of their package.
  chmodSync(executable, 0o755);
  return executable;
}
