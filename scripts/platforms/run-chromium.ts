import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { startPlatformServer } from "../../packages/runtime/test/platforms/server.js";
import { bundleScenario } from "./packed.js";
import { installPlatform, PlatformMissing } from "./platform.js";
import { playwrightVersion } from "./versions.js";

/** Where Debian and others put it. */
const chromiumPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const execute = promisify(execFile);

interface Browser {
  newPage(): Promise<{ goto(url: string): Promise<unknown>; evaluate(script: string): Promise<unknown> }>;
  close(): Promise<void>;
}

/** The scenario in a page, which calls an API of another origin. */
export async function runChromium(): Promise<readonly Check[]> {
  const browser = await launchChromium();
  const page = '<!doctype html><meta charset="utf-8"><script src="/bundle.js"></script>';
  const site = await startPlatformServer({
    "/index.html": { type: "text/html", text: page },
    "/bundle.js": { type: "text/javascript; charset=utf-8", text: await bundleScenario("", "bundle") },
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

/** Its number, and whose build it is. */
export async function versionOfChromium(): Promise<string> {
  const { stdout } = await execute(await installChromium(), ["--version"]);
  return stdout.trim().replace(/^\D*/, "");
}

async function launchChromium(): Promise<Browser> {
  const folder = installPlatform("chromium", { "playwright-core": playwrightVersion });
  // playwright-core is installed by this script, so that its types are not here: these are the parts in use.
  const { chromium } = createRequire(path.join(folder, "package.json"))("playwright-core") as {
    chromium: { launch(options: object): Promise<Browser> };
  };
  // Chromium's sandbox does not start for root.
  return chromium.launch({ executablePath: await installChromium(), args: ["--no-sandbox"] });
}

async function installChromium(): Promise<string> {
  const find = (): string | undefined => chromiumPaths.find((candidate) => existsSync(candidate));
  if (find() === undefined && process.getuid?.() === 0) {
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    await execute("apt-get", ["update"]).catch(() => {});
    await execute("apt-get", install).catch(() => {});
  }
  const found = find();
  if (found === undefined) throw new PlatformMissing("Chromium is not installed, and could not be");
  return found;
}
