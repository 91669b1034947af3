import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root, workspaceOf } from "./repository.js";
import { run } from "./run.js";

/**
 * Installs tarballs in an empty folder and uses them there as a consumer would: a program that imports both entries of every provider's package,
 * and every example of README.md, compiled with `skipLibCheck` off under both resolution modes that consumers have; the program is run by Node.
 * Resolves to what went wrong.
 */
export async function checkConsumer(
  parent: string,
  tarballs: readonly string[],
  providers: readonly string[],
): Promise<string[]> {
  const folder = path.join(parent, "consumer");
  await mkdir(folder);
  const files = {
    "package.json": JSON.stringify({ name: "consumer", private: true, type: "module" }),
    "tsconfig.bundler.json": compilerOptions({ module: "esnext", moduleResolution: "bundler", noEmit: true }),
    "tsconfig.nodenext.json": compilerOptions({ module: "nodenext" }),
    "main.ts": program(providers),
    ...(await readExamples()),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const steps = [
    ["npm", "install", "--prefix", folder, "--offline", "--ignore-scripts", "--silent", ...tarballs],
    ["tsc", "-p", path.join(folder, "tsconfig.bundler.json")],
    ["tsc", "-p", path.join(folder, "tsconfig.nodenext.json")],
    ["node", path.join(folder, "main.js")],
  ] as const;
  for (const [command, ...args] of steps) {
    const { code, output } = await run(command, args);
    if (code !== 0) return [`consumer, ${command} ${args[0]}: ${output.trim() || `exit ${code}`}`];
  }
  return [];
}

function compilerOptions(options: Readonly<Record<string, string | boolean>>): string {
  const common = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    target: "es2022",
    lib: ["es2022", "dom", "dom.asynciterable"],
    types: [],
  };
  return JSON.stringify({ compilerOptions: { ...common, ...options }, include: ["*.ts"] });
}

/** A program that refuses to go on when an entry exports nothing that can be called. */
function program(providers: readonly string[]): string {
  const names = providers.map(workspaceOf);
  const entries = names.flatMap((name) => [name, `${name}/functions`]);
  const imports = entries.map((entry, index) => `import * as entry${index} from ${JSON.stringify(entry)};`);
  const list = entries.map((_, index) => `entry${index}`).join(", ");
  const check = `for (const entry of [${list}]) {
  if (!Object.values(entry).some((value) => typeof value === "function")) throw new Error("an entry exports no function");
}`;
  return [...imports, check, ""].join("\n");
}

/** Each TypeScript block of README.md as a file, and a declaration of the secrets that they leave to the reader. */
async function readExamples(): Promise<Record<string, string>> {
  const readme = await readFile(path.join(root, "README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  if (blocks.length === 0) throw new Error("README.md has no TypeScript example");
  const secrets = ["username", "password", "apiKey", "token"]
    .map((name) => `declare const ${name}: string;\n`)
    .join("");
  const examples = blocks.map((block, index) => [`example-${index}.ts`, block]);
  return { "secrets.d.ts": secrets, ...Object.fromEntries(examples) };
}
