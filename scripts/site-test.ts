/**
 * Opens the pages of the site that `npm run site` has built in headless Chromium: wide and light, narrow and dark. Nothing may be said in the
 * console or asked for elsewhere, headings are in order, links lead to pages, and no text is hard to read. playwright-core, which drives it, is installed into the
 * cache of this repository's node_modules.
 *
 *     npm run site:test [-- <beginning of paths>…]
 *
 * Pictures of some go to reports/site. Exit 1 when something is wrong, or there is no Chromium.
 */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { type Browser, launchChromium } from "./platforms/chromium.js";
import { PlatformMissing } from "./platforms/platform.js";
import { root } from "./repository.js";
import { checkPages, type View } from "./site/check-browser.js";
import { serveFolder } from "./site/serve-folder.js";

const dist = path.join(root, "site", "dist");
const reports = path.join(root, "reports", "site");
const views: readonly View[] = [
  { name: "wide-light", width: 1440, colorScheme: "light" },
  { name: "narrow-dark", width: 390, colorScheme: "dark" },
];
const pictured = ["/", "/guides/", "/reference/sendauth/operations/update-user.html", "/evidence-report.html"];

if (!existsSync(dist)) fail("there is no site/dist: npm run site builds it");
const browser = await launchChromium().catch((error: Error) => {
  if (!(error instanceof PlatformMissing)) throw error;
  return fail(`${error.message}: install it (Debian: apt-get install chromium)`);
});
const server = await serveFolder(dist);
try {
  await testAll(browser);
} finally {
  await browser.close();
  await server.close();
}

async function testAll(opened: Browser): Promise<void> {
  const beginnings = process.argv.slice(2);
  const all = pagesOf(dist);
  const chosen = all.filter((page) => beginnings.length === 0 || beginnings.some((one) => page.startsWith(one)));
  mkdirSync(reports, { recursive: true });
  for (const view of views) {
    const faults = await checkPages(opened, server.url, chosen, new Set([...all, "/"]), view);
    for (const fault of faults) console.log(`✗ ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    console.log(`${faults.length === 0 ? "✓" : "✗"} ${view.name}: ${chosen.length} pages, ${faults.length} faults`);
    await takePictures(opened, view);
  }
}

async function takePictures(opened: Browser, { name, width, colorScheme }: View): Promise<void> {
  const tab = await opened.newPage({ viewport: { width, height: 900 }, colorScheme });
  for (const page of pictured) {
    await tab.goto(`${server.url}${page}`);
    await tab.screenshot({
      path: path.join(reports, `${name}${page.replaceAll("/", "-").replace(/\.html$/, "")}.png`),
    });
  }
  await tab.close();
}

/** The paths of the pages in a folder, as links have them. */
function pagesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `/${name.split(path.sep).join("/")}`)
    .filter((name) => name.endsWith(".html") && name !== "/404.html")
    .map((name) => name.replace(/\/index\.html$/, "/"))
    .sort();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
