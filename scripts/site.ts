/**
 * Makes the site of this repository, from docs, the packages and the specs. Needs packages that are built; nothing is fetched.
 *
 *     npm run site               writes it to site/dist
 *     npm run site:dev           serves it on this machine, and follows changes of docs
 *     npm run site:test          opens every page of site/dist in headless Chromium
 *
 * Exit 1 where a link leads nowhere or headings are out of order, in what it is made from or in the pages that came of it.
 */
import { watch } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "./repository.js";
import { home, readSite, type Site, writeSite } from "./site/assemble.js";
import { builtFaults } from "./site/check-built.js";

const { values } = parseArgs({
  options: { dev: { type: "boolean", default: false }, check: { type: "boolean", default: false } },
});

const site = await readSite();
for (const fault of site.faults) console.error(fault);
if (site.faults.length > 0) process.exit(1);
console.log(`${site.pages.length} pages, no dead link, headings in order`);
if (!values.check) {
  writeSite(site);
  await (values.dev ? serve() : build());
}

async function build(): Promise<void> {
  const began = performance.now();
  const vitepress = await import("vitepress");
  await vitepress.build(home);
  const faults = builtFaults(path.join(home, "dist"));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  console.log(`site/dist, ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** Pages are assembled again when docs change. */
async function serve(): Promise<void> {
  const vitepress = await import("vitepress");
  const server = await vitepress.createServer(home, { host: "127.0.0.1" });
  await server.listen();
  server.printUrls();
  let timer: NodeJS.Timeout | undefined;
  watch(path.join(root, "docs"), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void readSite().then(update, tell), 200);
  });
}

/** A page that is half written is none: the next change mends it. */
function tell(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}

function update(changed: Site): void {
  for (const fault of changed.faults) console.error(fault);
  writeSite(changed);
}
