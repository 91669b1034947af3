import { builtinModules } from "node:module";
import { build } from "esbuild";

/** Bundles source for a platform that has no modules of Node: an import of one is left in the text, where it is found. */
export async function bundleForWeb(source: string, folder: string, globalName?: string): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: folder, loader: "ts" },
    bundle: true,
    write: false,
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["worker", "browser"],
    format: globalName ? "iife" : "esm",
    ...(globalName && { globalName }),
    target: "es2022",
    external: ["node:*", ...builtinModules],
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}

/** The modules that a bundle still imports. On a platform without Node there must be none. */
export function importsIn(bundle: string): readonly string[] {
  const found = bundle.matchAll(/(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g);
  return [...new Set([...found].flatMap(([, name]) => name ?? []))];
}
