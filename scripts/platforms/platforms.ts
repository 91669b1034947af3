import { runTypeScript } from "../consumers/run-typescript.js";
import { versionOfChromium } from "./chromium.js";
import { runJest } from "./jest/run-jest.js";
import { installNative } from "./native.js";
import type { Platform } from "./platform.js";
import { runReactNative } from "./react-native/run-react-native.js";
import { runChromium } from "./run-chromium.js";
import { runExecutable } from "./run-executable.js";
import { runFaults, runNode } from "./run-node.js";
import { runWorker, runWorkerBundle } from "./run-worker.js";
import {
  bunVersions,
  denoVersions,
  jestVersions,
  miniflareVersion,
  nodeVersions,
  reactNativeVersion,
  typescriptVersions,
} from "./versions.js";

/** Everything that packages are for, in the order in which it is tried. */
export const platforms: readonly Platform[] = [
  ...nodeVersions.map((version) => ({ name: `Node ${version}`, run: () => runNode(version) })),
  ...bunVersions.map((version) => ({
    name: `Bun ${version}`,
    run: async () => runExecutable(installNative("bun", version, "@oven", "bin/bun"), version),
  })),
  ...denoVersions.map((version) => ({
    name: `Deno ${version}`,
    run: async () => {
      const executable = installNative("deno", version, "@deno", "deno");
      return runExecutable(executable, version, ["run", "--quiet", "--allow-net"]);
    },
  })),
  { name: "Chromium", run: runChromium, version: versionOfChromium },
  { name: `workerd (miniflare ${miniflareVersion})`, run: runWorker },
  { name: `Jest ${jestVersions.jest}`, run: runJest },
  { name: `React Native ${reactNativeVersion}`, run: () => runReactNative({ url: false, random: false }) },
  {
    name: `React Native ${reactNativeVersion}, completed`,
    run: () => runReactNative({ url: true, random: true }),
  },
  { name: "Workers (bundle)", run: runWorkerBundle },
  ...nodeVersions.map((version) => ({ name: `Node ${version}, faults`, run: () => runFaults(version) })),
  ...typescriptVersions.map((version) => ({ name: `TypeScript ${version}`, run: () => runTypeScript(version) })),
];
