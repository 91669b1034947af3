import path from "node:path";
import { build } from "esbuild";

/** What a page loads: one file, which imports nothing, for browsers that know ES2022. */
export async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, "page.ts")],
    define: { API_URL: JSON.stringify(process.env.API_URL ?? "https://app.sendauth.com") },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
