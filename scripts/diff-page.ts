/**
 * Opens the page that `facsimile diff --html` writes in headless Chromium, wide and narrow, light and dark, checks it, and takes a picture of each.
 * Needs packages that are built, and Chromium; playwright-core, which drives it, is installed into the cache of this repository's node_modules.
 *
 *     npm run diff:page [-- <old> <new>] [--docs]
 *
 * Default: the two editions of a bookshop under scripts/diff-page. Pictures go to reports/diff-page; with `--docs` those of the documentation are
 * taken too. Exit 1 when a check fails, or there is no Chromium.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { checkPage, checkWithoutScript, type View } from "./diff-page/check-page.js";
import { type Browser, launchChromium, type Size } from "./platforms/chromium.js";
import { PlatformMissing } from "./platforms/platform.js";
import { root } from "./repository.js";
import { run } from "./run.js";

const reports = path.join(root, "reports", "diff-page");
const [wide, narrow]: readonly [Size, Size] = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
];
const views: readonly View[] = [
  { name: "wide, light", viewport: wide, colorScheme: "light" },
  { name: "wide, dark", viewport: wide, colorScheme: "dark" },
  { name: "narrow, light", viewport: narrow, colorScheme: "light" },
  { name: "narrow, dark", viewport: narrow, colorScheme: "dark" },
];
/** What docs/changes.md shows. */
const documented: readonly string[] = ["wide, light", "narrow, dark"];

const { values, positionals } = parseArgs({
  options: { docs: { type: "boolean", default: false } },
  allowPositionals: true,
});
const editions =
  positionals.length > 0 ? positionals : ["scripts/diff-page/bookshop-1.yaml", "scripts/diff-page/bookshop-2.yaml"];

mkdirSync(reports, { recursive: true });
const browser = await launchChromium().catch((error: Error) => {
  if (!(error instanceof PlatformMissing)) throw error;
  console.error(`${error.message}: install it (Debian: apt-get install chromium)`);
  process.exit(1);
});
try {
  await lookAt(browser, await writePage());
} finally {
  await browser.close();
}

async function writePage(): Promise<string> {
  const file = path.join(reports, "page.html");
  const { code, output } = await run("facsimile", ["diff", ...editions, "--html", file]);
  if (code > 1) throw new Error(output);
  return pathToFileURL(file).href;
}

async function lookAt(browser: Browser, url: string): Promise<void> {
  for (const view of views) {
    const name = `diff-${view.name.replace(", ", "-")}.png`;
    const docs = values.docs && documented.includes(view.name);
    const picture = path.join(docs ? path.join(root, "docs") : reports, name);
    const checks = await checkPage(browser, url, view, picture);
    if (view === views[0]) checks.push(...(await checkWithoutScript(browser, url, view)));
    for (const { name: check, problem } of checks) {
      console.log(`${problem === undefined ? "✓" : "✗"} ${check}${problem === undefined ? "" : `: ${problem}`}`);
      if (problem !== undefined) process.exitCode = 1;
    }
    console.log(`  ${path.relative(root, picture)}`);
  }
}
