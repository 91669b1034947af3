import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { cache } from "../install-on-demand.js";
import { root } from "../repository.js";

/** The npm name of the package that is measured. */
export const name = "@bench/api";

/** The consumer's folder, with the package and the runtime in its node_modules. */
export interface Consumer {
  readonly folder: string;
  /** The package's groups by their subpath, those with the most operations first. */
  readonly groups: readonly Group[];
  /** What makes the client with all operations. */
  readonly factory: string;
}

export interface Group {
  readonly subpath: string;
  readonly operations: readonly string[];
}

/** Generates a package, builds it, and puts it where a consumer's compiler finds it. */
export function buildConsumer(document: string): Consumer {
  const folder = path.join(cache, "types");
  const home = path.join(folder, "node_modules", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "node_modules", "@facsimile"), { recursive: true });
  const link = path.join(folder, "node_modules", "@facsimile", "runtime");
  symlinkSync(path.join(root, "packages", "runtime"), link, "junction");
  const command = path.join(root, "packages/facsimile/bin/facsimile.js");
  const args = [command, "generate", document, "--out", home, "--name", name];
  execFileSync(process.execPath, args, { cwd: folder, stdio: "pipe" });
  execFileSync("npm", ["run", "build"], { cwd: home, stdio: "pipe" });
  return { folder, groups: listGroups(home), factory: factoryOf(home) };
}

/** A subpath is a group's where it hands on the operations of one module. A small package's `functions` do so too. */
function listGroups(home: string): Group[] {
  // Written by the generator: every subpath of code has types.
  const { exports } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
  };
  const groups = Object.entries(exports).flatMap(([key, target]) => {
    if (typeof target === "string" || key === "./functions") return [];
    const entry = readFileSync(path.join(home, target.types), "utf8");
    const modules = [...entry.matchAll(/^export \* from "(\.\/generated\/operations\/.*)\.js";$/gm)];
    const [own, ...more] = modules.flatMap(([, module]) => module ?? []);
    if (own === undefined || more.length > 0) return [];
    return [{ subpath: key.slice(2), operations: operationsOf(path.join(home, "dist", `${own}.d.ts`)) }];
  });
  return groups.sort((one, other) => other.operations.length - one.operations.length);
}

function operationsOf(declarations: string): string[] {
  const text = readFileSync(declarations, "utf8");
  return [...text.matchAll(/^export declare function (\w+)\(client: .*\): Promise</gm)].flatMap(([, own]) => own ?? []);
}

function factoryOf(home: string): string {
  const text = readFileSync(path.join(home, "dist", "index.d.ts"), "utf8");
  const [, factory] = /^export \{ (create\w+) \} from "\.\/generated\/methods\.js";$/m.exec(text) ?? [];
  if (factory === undefined) throw new Error("the package makes no client of all operations");
  return factory;
}
