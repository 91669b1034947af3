import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./repository.js";
import { run } from "./run.js";

/**
 * Installs tarballs in an empty folder and uses every provider's package there as a consumer would: compiled by the real compiler with
 * `skipLibCheck` off under both resolution modes that consumers have, and imported by Node. Resolves to what went wrong.
 */
export async function checkConsumer(
  parent: string,
  tarballs: readonly string[],
  providers: readonly string[],
): Promise<string[]> {
  const folder = path.join(parent, "consumer");
  await mkdir(folder);
  await writeFile(
    path.join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  await writeFile(path.join(folder, "main.ts"), await program(providers));
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [
      "npm",
      [
        "install",
        "--prefix",
        folder,
        "--offline",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--silent",
        ...tarballs,
      ],
    ],
    ["tsc", compile(folder, "bundler", "esnext")],
    ["tsc", compile(folder, "nodenext", "nodenext")],
    ["node", [path.join(folder, "main.js")]],
  ];
  for (const [command, args] of steps) {
    const { code, output } = await run(command, args);
    if (code !== 0) return [`consumer, ${command} ${args[0]}: ${output.trim() || `exit ${code}`}`];
  }
  return [];
}

function compile(folder: string, moduleResolution: string, module: string): string[] {
  const options = [
    "--strict",
    "--exactOptionalPropertyTypes",
    "--skipLibCheck",
    "false",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom,dom.asynciterable",
  ];
  return [
    "--module",
    module,
    "--moduleResolution",
    moduleResolution,
    ...options,
    "--typeRoots",
    folder,
    path.join(folder, "main.ts"),
  ];
}

/** A program that imports both entries of every package and refuses to go on when one exports nothing that can be called. */
async function program(providers: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    providers.map(async (provider, index) => {
      const { name } = JSON.parse(await readFile(path.join(root, "packages", provider, "package.json"), "utf8")) as {
        name: string;
      };
      return `import * as client${index} from "${name}";\nimport * as functions${index} from "${name}/functions";`;
    }),
  );
  const modules = providers.flatMap((_, index) => [`client${index}`, `functions${index}`]);
  const check = `for (const module of [${modules.join(", ")}]) {
  if (!Object.values(module).some((value) => typeof value === "function")) throw new Error("a package exports no function");
}`;
  return `${lines.join("\n")}\n${check}\n`;
}
