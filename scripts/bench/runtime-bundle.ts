import { mkdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { root } from "../repository.js";
import { workshop } from "./runtime-contenders.js";

/** Bundles a source that may import the packages of this repository and the competitors. */
async function bundle(source: string, options: BuildOptions): Promise<string> {
  // Where there is no such folder, nothing is found, not even what `nodePaths` names.
  mkdirSync(workshop, { recursive: true });
  const result = await build({
    stdin: { contents: source, resolveDir: workshop, loader: "ts" },
    bundle: true,
    write: false,
    target: "es2022",
    nodePaths: [path.join(root, "node_modules")],
    logLevel: "error",
    ...options,
  });
  return result.outputFiles?.[0]?.text ?? "";
}

/** Bytes that a page loads for a source: minified for browsers, then gzipped at the highest level. */
export async function measureSize(source: string): Promise<number> {
  const text = await bundle(source, { minify: true, format: "esm", platform: "browser" });
  return gzipSync(text, { level: 9 }).length;
}

/** The source as one file that Node runs. */
export function bundleForNode(source: string): Promise<string> {
  return bundle(source, { format: "cjs", platform: "node" });
}
