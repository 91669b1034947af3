import { runTypeScript } from "../consumers/run-typescript.js";
import { installNative } from "./native.js";
import type { Platform } from "./platform.js";
import { runChromium } from "./run-chromium.js";
import { runExecutable } from "./run-executable.js";
import { runFaults, runNode } from "./run-node.js";
import { runWorker, runWorkerBundle } from "./run-worker.js";
import {
  bunVersion,
  denoVersion,
  miniflareVersion,
  nodeVersions,
  reactNativeVersion,
  typescriptVersions,
} from "./versions.js";

/** Everything that packages are for, in the order in which it is tried. */
export const platforms: readonly Platform[] = [
  ...nodeVersions.map((version) => ({ name: `Node ${version}`, run: () => runNode(version) })),
  {
    name: `Bun ${bunVersion}`,
    run: async () => runExecutable(installNative("bun", bunVersion, "@oven", "bin/bun"), bunVersion),
  },
  {
    name: `Deno ${denoVersion}`,
    run: async () =>
      runExecutable(installNative("deno", denoVersion, "@deno", "deno"), denoVersion, [
        "run",
        "--quiet",
        "--allow-net",
      ]),
  },
  { name: "Chromium", run: runChromium },
  { name: `workerd (miniflare ${miniflareVersion})`, run: runWorker },
  { name: "Workers (bundle)", run: runWorkerBundle },
  ...nodeVersions.map((version) => ({ name: `Node ${version}, faults`, run: () => runFaults(version) })),
  ...typescriptVersions.map((version) => ({ name: `TypeScript ${version}`, run: () => runTypeScript(version) })),
];
