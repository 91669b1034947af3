/**
 * Runs the built packages on every platform that they are for: Node 20, 22, 24 and 26, a page of headless Chromium, and, by
 * their bundle, workers; then the bench of faults on each Node; and compiles what a consumer writes with every TypeScript that they are for.
 * Arguments choose platforms by how their names begin: `npm run test:platforms -- TypeScript`. Installs what it needs: each Node and
 * playwright-core from npm into a folder of the system's temporary files, the TypeScripts into the cache of this repository's node_modules, and
 * Chromium with apt-get where it is missing and the user is root. Exit 1 when something failed.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { bundleForWeb, importsIn } from "../packages/runtime/test/platforms/bundle.js";
import type { Check } from "../packages/runtime/test/platforms/scenario.js";
import { startPlatformServer } from "../packages/runtime/test/platforms/server.js";
import { runTypeScript } from "./consumers/run-typescript.js";
import { typescriptVersions } from "./consumers/typescripts.js";
import { listProviders, root } from "./repository.js";

const nodeVersions = ["20", "22", "24", "26"];
const playwright = "playwright-core@1.58.0";
/** Where Debian and others put it. */
const chromiumPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const workshop = path.join(tmpdir(), "facsimile-platforms");
const platforms = path.join(root, "packages", "runtime", "test", "platforms");
const runtimeFile = path.join(root, "packages", "runtime", "dist", "index.js");
const packages = listProviders().map((provider) => ({
  name: `@facsimile/${provider}`,
  file: path.join(root, "packages", provider, "dist", "functions.js"),
}));

const execute = promisify(execFile);

/** Installs a package into a folder of its own, once, and answers that folder. */
async function install(wanted: string): Promise<string> {
  const folder = path.join(workshop, wanted.replace(/\W+/g, "-"));
  if (!existsSync(path.join(folder, "node_modules"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "package.json"), '{"private":true}');
    await execute("npm", ["install", "--no-audit", "--no-fund", wanted], { cwd: folder });
  }
  return folder;
}

async function installChromium(): Promise<string> {
  const find = (): string | undefined => chromiumPaths.find((candidate) => existsSync(candidate));
  if (find() === undefined && process.getuid?.() === 0) {
    await execute("apt-get", ["update"]);
    await execute("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  return find() ?? Promise.reject(new Error("Chromium is not installed, and only root can install it"));
}

async function nodeFor(version: string): Promise<string> {
  return path.join(await install(`node@${version}`), "node_modules", "node", "bin", "node");
}

/** The bench of faults, whose outcomes depend on how a version of Node speaks HTTP. */
async function runFaults(version: string): Promise<readonly Check[]> {
  const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const bench = path.join(root, "packages", "runtime", "faults", "main.ts");
  const outcome = execute(await nodeFor(version), [tsx, bench], { timeout: 300_000, maxBuffer: 2 ** 24 });
  // A bench that fails rejects, and prints what failed all the same.
  const { stdout } = await outcome.catch((error: { stdout: string }) => error);
  return stdout.split("\n").flatMap((line, at, lines) => {
    if (!/^ {2}[✓✗] /u.test(line)) return [];
    return [
      { name: line.slice(4).trim(), problem: line.startsWith("  ✗") ? (lines[at + 1]?.trim() ?? "") : undefined },
    ];
  });
}

async function runNode(version: string): Promise<readonly Check[]> {
  const executable = await nodeFor(version);
  const scenario = path.join(workshop, "scenario.mjs");
  await build({
    entryPoints: [path.join(platforms, "scenario.ts")],
    outfile: scenario,
    format: "esm",
    target: "es2022",
  });
  const server = await startPlatformServer();
  try {
    const files = [scenario, runtimeFile].map((file) => pathToFileURL(file).href);
    const loaded = packages.map(({ name, file }) => `${name}=${pathToFileURL(file).href}`);
    const entry = path.join(platforms, "node-entry.mjs");
    const { stdout } = await execute(executable, [entry, server.url, ...files, ...loaded], { timeout: 60_000 });
    // Written by node-entry.mjs.
    const checks = JSON.parse(stdout) as Check[];
    const { stdout: actual } = await execute(executable, ["--version"]);
    return [
      ...checks,
      { name: `it is Node ${version}`, problem: actual.startsWith(`v${version}.`) ? undefined : actual },
    ];
  } finally {
    await server.close();
  }
}

/** Everything in one module: the runtime, the packages, and the scenario. */
function bundleAll(globalName?: string): Promise<string> {
  const lines = [
    `export * as runtime from ${JSON.stringify(runtimeFile)};`,
    `export { runScenario } from ${JSON.stringify(path.join(platforms, "scenario.ts"))};`,
    ...packages.map(({ file }, at) => `import * as package${at} from ${JSON.stringify(file)};`),
    `export const packages = [${packages.map(({ name }, at) => `{ name: "${name}", functions: package${at} }`).join(", ")}];`,
  ];
  return bundleForWeb(lines.join("\n"), root, globalName);
}

async function runWorkerBundle(): Promise<readonly Check[]> {
  const imports = importsIn(await bundleAll());
  return [{ name: "the bundle imports nothing", problem: imports.length > 0 ? imports.join(", ") : undefined }];
}

interface Browser {
  newPage(): Promise<{ goto(url: string): Promise<unknown>; evaluate(script: string): Promise<unknown> }>;
  close(): Promise<void>;
}

async function runChromium(): Promise<readonly Check[]> {
  const folder = await install(playwright);
  // playwright-core is installed by this script, so that its types are not here: these are the parts in use.
  const { chromium } = createRequire(path.join(folder, "package.json"))("playwright-core") as {
    chromium: { launch(options: object): Promise<Browser> };
  };
  const script = await bundleAll("bundle");
  const page = '<!doctype html><meta charset="utf-8"><script src="/bundle.js"></script>';
  const site = await startPlatformServer({
    "/index.html": { type: "text/html", text: page },
    "/bundle.js": { type: "text/javascript; charset=utf-8", text: script },
  });
  const api = await startPlatformServer();
  // Chromium's sandbox does not start for root.
  const browser = await chromium.launch({ executablePath: await installChromium(), args: ["--no-sandbox"] });
  try {
    const tab = await browser.newPage();
    await tab.goto(`${site.url}/index.html`);
    const url = JSON.stringify(api.url);
    return (await tab.evaluate(`bundle.runScenario(bundle.runtime, bundle.packages, ${url})`)) as Check[];
  } finally {
    await browser.close();
    await Promise.all([site.close(), api.close()]);
  }
}

const missing = [runtimeFile, ...packages.map(({ file }) => file)].filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`run npm run build first: ${missing.join(", ")} missing`);

const runs: readonly (readonly [string, () => Promise<readonly Check[]>])[] = [
  ...nodeVersions.map((version) => [`Node ${version}`, () => runNode(version)] as const),
  ["Chromium", runChromium],
  ["Workers (bundle)", runWorkerBundle],
  ...nodeVersions.map((version) => [`Node ${version}, faults`, () => runFaults(version)] as const),
  ...typescriptVersions.map((version) => [`TypeScript ${version}`, () => runTypeScript(version)] as const),
];
const wanted = process.argv.slice(2);
const chosen = runs.filter(([name]) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
if (chosen.length === 0) throw new Error(`the platforms are ${runs.map(([name]) => name).join("; ")}`);
for (const [platform, run] of chosen) {
  const checks = await run().catch((error: Error) => [{ name: "it runs", problem: error.message }]);
  const problems = checks.filter(({ problem }) => problem !== undefined);
  const good = checks.length - problems.length;
  console.log(`${problems.length === 0 && good > 0 ? "✓" : "✗"} ${platform.padEnd(18)} ${good} of ${checks.length}`);
  for (const { name, problem } of problems) console.log(`    ${name}: ${problem}`);
  if (problems.length > 0 || good === 0) process.exitCode = 1;
}
