import { runTypeScript } from "../consumers/run-typescript.js";
import { versionOfChromium } from "./chromium.js";
import { runJest } from "./jest/run-jest.js";
import type { Platform } from "./platform.js";
import { runReactNative } from "./react-native/run-react-native.js";
import { runChromium } from "./run-chromium.js";
import { runBun, runDeno } from "./run-native.js";
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
  ...nodeVersions.map(
    (version): Platform => ({ name: `Node ${version}`, run: (consumer) => runNode(version, consumer) }),
  ),
  ...bunVersions.map(
    (version): Platform => ({
      name: `Bun ${version}`,
      run: (consumer) => runBun(version, consumer),
    }),
  ),
  ...denoVersions.map(
    (version): Platform => ({
      name: `Deno ${version}`,
      run: (consumer) => runDeno(version, consumer),
    }),
  ),
  { name: "Chromium", run: runChromium, version: versionOfChromium },
  { name: `workerd (miniflare ${miniflareVersion})`, run: runWorker },
  { name: `Jest ${jestVersions.jest}`, run: runJest },
  {
    name: `React Native ${reactNativeVersion}`,
    run: (consumer) => runReactNative({ url: false, random: false }, consumer),
  },
  {
    name: `React Native ${reactNativeVersion}, completed`,
    run: (consumer) => runReactNative({ url: true, random: true }, consumer),
  },
  { name: "Workers (bundle)", run: runWorkerBundle },
  ...nodeVersions.map((version) => ({ name: `Node ${version}, faults`, run: () => runFaults(version) })),
  ...typescriptVersions.map((version) => ({ name: `TypeScript ${version}`, run: () => runTypeScript(version) })),
];
