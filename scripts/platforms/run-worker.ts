import { createRequire } from "node:module";
import path from "node:path";
import { importsIn } from "../../packages/runtime/test/platforms/bundle.js";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { startPlatformServer } from "../../packages/runtime/test/platforms/server.js";
import { bundleScenario } from "./packed.js";
import { type Consumer, installPlatform } from "./platform.js";
import { miniflareVersion } from "./versions.js";

interface Miniflare {
  dispatchFetch(url: string): Promise<Response>;
  dispose(): Promise<void>;
}

/** The scenario in a worker of workerd, which miniflare starts. */
export async function runWorker(consumer: Consumer): Promise<readonly Check[]> {
  const folder = installPlatform("workerd", { miniflare: miniflareVersion });
  // miniflare is installed by this script, so that its types are not here: these are the parts in use.
  const { Miniflare } = createRequire(path.join(folder, "package.json"))("miniflare") as {
    Miniflare: new (options: object) => Miniflare;
  };
  const answer = `export default {
    fetch: async ({ url }) => Response.json(await runEverything(loaded, new URL(url).searchParams.get("api"))),
  };`;
  const scenario = `import { runEverything } from ${JSON.stringify(path.join(import.meta.dirname, "scenario.ts"))};`;
  const script = await bundleScenario(await consumer(), `${scenario}\n${answer}`);
  const server = await startPlatformServer();
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2025-01-01" });
  try {
    const response = await worker.dispatchFetch(`http://worker/?api=${encodeURIComponent(server.url)}`);
    // Written by the worker.
    return (await response.json()) as Check[];
  } finally {
    await Promise.all([worker.dispose(), server.close()]);
  }
}

/** What holds for every kind of worker. */
export async function runWorkerBundle(consumer: Consumer): Promise<readonly Check[]> {
  const imports = importsIn(await bundleScenario(await consumer()));
  return [{ name: "the bundle imports nothing", problem: imports.length > 0 ? imports.join(", ") : undefined }];
}
