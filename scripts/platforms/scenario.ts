import type * as Runtime from "../../packages/runtime/src/index.js";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { type GeneratedPackage, runScenario } from "../../packages/runtime/test/platforms/scenario.js";
import { callPackage, type SendAuthModules } from "./call-package.js";

/** What a platform has loaded. */
export interface Loaded extends SendAuthModules {
  readonly runtime: typeof Runtime;
  readonly packages: readonly GeneratedPackage[];
}

/** Does on a platform, against the server at `url`, what has to be done on each. */
export async function runEverything({ runtime, packages, ...modules }: Loaded, url: string): Promise<Check[]> {
  return [...(await runScenario(runtime, packages, url)), ...(await callPackage(modules, url))];
}
