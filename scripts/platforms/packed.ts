import { mkdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { bundleForWeb } from "../../packages/runtime/test/platforms/bundle.js";
import { makeConsumer } from "../consumers/make-consumer.js";
import { cache } from "../install-on-demand.js";
import { listProviders } from "../repository.js";

let consumer: Promise<string> | undefined;

/** A folder where the packed packages are installed, made once in a process. */
export function packedConsumer(): Promise<string> {
  const parent = path.join(cache, "platforms");
  mkdirSync(parent, { recursive: true });
  consumer ??= makeConsumer(parent);
  return consumer;
}

/** Source that imports the packed packages by name, and hands on `loaded` and `runEverything`. */
function sourceOfScenario(): string {
  const packages = listProviders().map((name) => `@facsimile/${name}`);
  return [
    'import * as runtime from "@facsimile/runtime";',
    'import * as sendauth from "@facsimile/sendauth";',
    'import * as users from "@facsimile/sendauth/users";',
    'import * as raw from "@facsimile/sendauth/raw";',
    ...packages.map((name, at) => `import * as package${at} from "${name}/functions";`),
    `const packages = [${packages.map((name, at) => `{ name: "${name}", functions: package${at} }`).join(", ")}];`,
    "export const loaded = { runtime, sendauth, users, raw, packages };",
    `export { runEverything } from ${JSON.stringify(path.join(import.meta.dirname, "scenario.ts"))};`,
  ].join("\n");
}

/** Everything of a consumer's folder in one module, or in a script that sets a global. `more`: source behind it. */
export async function bundleScenario(folder: string, more = "", globalName?: string): Promise<string> {
  return bundleForWeb(`${sourceOfScenario()}\n${more}`, folder, globalName);
}

/** Modules import the packages, scripts require them. */
export type EntryFormat = "esm" | "cjs";

/** A file beside the installed packages that loads them, and prints the outcome at the URL that it is given as JSON. Resolves to the file. */
export async function writeEntry(folder: string, format: EntryFormat = "esm"): Promise<string> {
  const outfile = path.join(folder, format === "esm" ? "scenario.mjs" : "scenario.cjs");
  const scenario = JSON.stringify(path.join(import.meta.dirname, "scenario.ts"));
  const print = [
    `import { runEverything as run } from ${scenario};`,
    "run(loaded, process.argv[2]).then((checks) => {",
    "  process.stdout.write(JSON.stringify(checks));",
    "  // Requests that were given up may keep the process alive.",
    "  process.exit();",
    "});",
  ];
  await build({
    stdin: { contents: [sourceOfScenario(), ...print].join("\n"), resolveDir: folder, loader: "ts" },
    bundle: true,
    external: ["@facsimile/*"],
    outfile,
    format,
    target: "es2022",
  });
  return outfile;
}
