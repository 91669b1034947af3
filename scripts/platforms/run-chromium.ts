import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { startPlatformServer } from "../../packages/runtime/test/platforms/server.js";
import { launchChromium } from "./chromium.js";
import { bundleScenario } from "./packed.js";
import type { Consumer } from "./platform.js";

/** The scenario in a page, which calls an API of another origin. */
export async function runChromium(consumer: Consumer): Promise<readonly Check[]> {
  const browser = await launchChromium();
  const page = '<!doctype html><meta charset="utf-8"><script src="/bundle.js"></script>';
  const site = await startPlatformServer({
    "/index.html": { type: "text/html", text: page },
    "/bundle.js": {
      type: "text/javascript; charset=utf-8",
      text: await bundleScenario(await consumer(), "", "bundle"),
    },
  });
  const api = await startPlatformServer();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${site.url}/index.html`);
    // Written by the page.
    return (await tab.evaluate(`bundle.runEverything(bundle.loaded, ${JSON.stringify(api.url)})`)) as Check[];
  } finally {
    await browser.close();
    await Promise.all([site.close(), api.close()]);
  }
}
