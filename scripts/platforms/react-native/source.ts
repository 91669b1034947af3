import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { cache } from "../../install-on-demand.js";
import { installPlatform, PlatformMissing } from "../platform.js";
import { reactNativeParts, reactNativeVersion, urlPolyfillVersion } from "../versions.js";

/** Where React Native is on this machine. */
export interface ReactNativeSource {
  /** Its package, without what it depends on. */
  readonly folder: string;
  /** A folder with what is needed of that. */
  readonly parts: string;
  /** The package react-native-url-polyfill. */
  readonly urlPolyfill: string;
}

/** Fetches React Native unless it is there. */
export function fetchReactNative(): ReactNativeSource {
  return {
    folder: fetchAlone("react-native", reactNativeVersion),
    parts: installPlatform("react-native-parts", reactNativeParts),
    urlPolyfill: fetchAlone("react-native-url-polyfill", urlPolyfillVersion),
  };
}

/** Fetches a package without its dependencies, which for React Native are the tools that build applications, and answers with its folder. */
function fetchAlone(name: string, version: string): string {
  const home = path.join(cache, `${name}-${version}`);
  const folder = path.join(home, "package");
  if (existsSync(path.join(folder, "package.json"))) return folder;
  mkdirSync(home, { recursive: true });
  try {
    const packed = execFileSync("npm", ["pack", `${name}@${version}`, "--silent"], { cwd: home });
    execFileSync("tar", ["xzf", packed.toString().trim()], { cwd: home });
  } catch (cause) {
    throw new PlatformMissing(`${name} ${version} could not be fetched`, { cause });
  }
  return folder;
}
