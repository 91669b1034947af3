import { commandOf } from "../install-on-demand.js";
import { installPlatform } from "../platforms/platform.js";
import { nodeTypesVersion, typescriptVersions } from "../platforms/versions.js";

/** Where every version is, and `@types/node`, which compiles with all of them. */
export interface TypeScripts {
  readonly folder: string;
  /** The script of a version's compiler. */
  scriptOf(version: string): string;
}

/** Installs them unless they are there. */
export function installTypeScripts(): TypeScripts {
  const aliases = typescriptVersions.map((version) => [nameOf(version), `npm:typescript@${version}`]);
  const folder = installPlatform("typescripts", { ...Object.fromEntries(aliases), "@types/node": nodeTypesVersion });
  return { folder, scriptOf: (version) => commandOf(folder, nameOf(version), "tsc") };
}

function nameOf(version: string): string {
  return `typescript-${version}`;
}
