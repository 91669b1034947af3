/** The worker in workerd, as it runs at Cloudflare's. Installs miniflare, which starts workerd, when it is not there. */
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { installPlatform } from "../../scripts/platforms/platform.js";
import { miniflareVersion } from "../../scripts/platforms/versions.js";
import { ask, environment } from "./ask.js";

const { outputFiles } = await build({
  entryPoints: [path.join(import.meta.dirname, "worker.ts")],
  bundle: true,
  format: "esm",
  target: "es2022",
  write: false,
});
const folder = installPlatform("workerd", { miniflare: miniflareVersion });
// miniflare is installed by the line above, so that its types are not here: these are the parts in use.
const { Miniflare } = createRequire(path.join(folder, "package.json"))("miniflare") as {
  Miniflare: new (options: object) => { dispatchFetch(url: string): Promise<Response>; dispose(): Promise<void> };
};
const script = outputFiles[0]?.text;
const miniflare = new Miniflare({ modules: true, script, bindings: environment(), compatibilityDate: "2025-01-01" });
try {
  await ask((url) => miniflare.dispatchFetch(url));
} finally {
  await miniflare.dispose();
}
