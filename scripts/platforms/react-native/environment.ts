import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { type Context, createContext, runInContext } from "node:vm";
import { build, type Plugin } from "esbuild";
import { createNativeModules, type Emit } from "./native-modules.js";
import type { ReactNativeSource } from "./source.js";

/**
 * What Hermes has of its own beside the language: `TextEncoder` since React Native 0.74, `TextDecoder` since 0.85 (facebook/hermes, pull request
 * 1855), and the timers and the like that native code adds. It has no `crypto`.
 */
const engine = { atob, btoa, clearTimeout, console, performance, queueMicrotask, setTimeout, TextDecoder, TextEncoder };

/** What applications add to it, where they need it. */
export interface Additions {
  /** `URL` and `URLSearchParams` of the standard, by react-native-url-polyfill. */
  readonly url: boolean;
  /** `crypto.getRandomValues` alone, which react-native-get-random-values takes from native code. */
  readonly random: boolean;
}

/** A realm with the globals that React Native sets up for requests, by its own JavaScript (Libraries/Core/setUpXHR.js). */
export async function createEnvironment(source: ReactNativeSource, { url, random }: Additions): Promise<Context> {
  const getRandomValues = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => crypto.getRandomValues(array);
  const context = createContext({ ...engine, ...(random && { crypto: { getRandomValues } }) });
  const script = await bundleSetUp(
    source,
    url ? `require(${JSON.stringify(source.urlPolyfill)}).setupURLPolyfill();` : "",
  );
  // Set by the script, which needs the modules before it can give it.
  let emit: Emit | undefined;
  const native = createNativeModules((event, detail) => emit?.(event, detail));
  Object.assign(context, { nativeModules: native, setEmit: (given: Emit) => (emit = given) });
  runInContext(script, context);
  return context;
}

async function bundleSetUp({ folder, parts }: ReactNativeSource, more: string): Promise<string> {
  const contents = `
    require("./Libraries/Core/setUpXHR");
    const emitter = require("./Libraries/EventEmitter/RCTDeviceEventEmitter").default;
    setEmit((event, detail) => emitter.emit(event, detail));
    ${more}`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { global: "globalThis", __DEV__: "false" },
    resolveExtensions: [".ios.js", ".js"],
    nodePaths: [path.join(parts, "node_modules")],
    plugins: [withoutFlow(parts), nativeModules],
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** React Native is written in Flow. */
function withoutFlow(parts: string): Plugin {
  // It is installed by a script, so that its types are not here: this is the part in use.
  const remove = createRequire(path.join(parts, "package.json"))("flow-remove-types") as (
    text: string,
    options: { all: boolean },
  ) => { toString(): string };
  return {
    name: "without-flow",
    setup({ onLoad }) {
      onLoad({ filter: /react-native.*\.js$/ }, async ({ path: file }) => ({
        contents: remove(await readFile(file, "utf8"), { all: true }).toString(),
        loader: "js",
      }));
    },
  };
}

/** Where JavaScript asks for native modules. */
const nativeModules: Plugin = {
  name: "native-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /TurboModuleRegistry$|^react-native$/ }, () => ({ path: "registry", namespace: "native" }));
    onLoad({ filter: /.*/, namespace: "native" }, () => ({
      contents: `
        export const get = (name) => nativeModules[name] ?? null;
        export const getEnforcing = get;
        export const NativeModules = nativeModules;
        export const Platform = { OS: "ios", Version: "18.0" };`,
    }));
  },
};
