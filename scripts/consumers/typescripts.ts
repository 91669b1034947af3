import { commandOf, installOnDemand } from "../install-on-demand.js";

/** The first version that packages compile with (packages/runtime/README.md), and the last of each minor after it. */
export const typescriptVersions = ["5.4.5", "5.5.4", "5.6.3", "5.7.3", "5.8.3", "5.9.3", "6.0.3", "7.0.2"] as const;

/** Where every version is, and `@types/node`, which compiles with all of them. */
export interface TypeScripts {
  readonly folder: string;
  /** The script of a version's compiler. */
  scriptOf(version: string): string;
}

/** Installs them unless they are there. */
export function installTypeScripts(): TypeScripts {
  const aliases = typescriptVersions.map((version) => [nameOf(version), `npm:typescript@${version}`]);
  const folder = installOnDemand("typescripts", { ...Object.fromEntries(aliases), "@types/node": "20.19.25" });
  return { folder, scriptOf: (version) => commandOf(folder, nameOf(version), "tsc") };
}

function nameOf(version: string): string {
  return `typescript-${version}`;
}
