import { existsSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { run } from "../run.js";
import { type Base, nameOf, packagesIn } from "./base.js";
import { namesOfBoth, providersWith } from "./both.js";
import { code, fromTo, table } from "./markdown.js";

interface Sizes {
  /** Bytes of the tarball. */
  readonly packed: number | undefined;
  /** Bytes of all of it in a browser, minified and gzipped; only of what applications load. */
  readonly bundle: number | undefined;
}

/** What each package weighs, before and after, as it is built. */
export async function sizesTable(base: Base): Promise<string> {
  const before = base.unbuilt === undefined ? await sizesIn(base.before) : new Map<string, Sizes>();
  const after = await sizesIn(base.after);
  const rows = namesOfBoth(before.keys(), after.keys()).map((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    return [code(name), fromTo(was?.packed, is?.packed), fromTo(was?.bundle, is?.bundle)];
  });
  return table(["package", "packed, bytes", "bundled, bytes"], rows);
}

async function sizesIn(folder: string): Promise<ReadonlyMap<string, Sizes>> {
  const names = packagesIn(folder);
  const packed = await packedSizes(folder, names);
  const applications = new Set(["runtime", ...providersWith("openapi.yaml", folder)]);
  const sizes = new Map<string, Sizes>();
  for (const name of names) {
    const own = nameOf(path.join(folder, "packages", name));
    const bundle = applications.has(name) ? await bundleSize(folder, own) : undefined;
    sizes.set(own, { packed: packed.get(own), bundle });
  }
  return sizes;
}

/** By the name of the package. Those that are not built are left out: without it they weigh less. */
async function packedSizes(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const built = names.filter((name) => existsSync(path.join(folder, "packages", name, "dist")));
  if (built.length === 0) return new Map();
  const folders = built.map((name) => `./packages/${name}`);
  const args = ["pack", ...folders, "--dry-run", "--json", "--ignore-scripts", "--silent"];
  const { code: exit, output } = await run("npm", args, {}, folder);
  if (exit !== 0) throw new Error(`npm pack failed:\n${output}`);
  const list: readonly { readonly name: string; readonly size: number }[] = JSON.parse(
    output.slice(output.indexOf("[")),
  );
  return new Map(list.map(({ name, size }) => [name, size]));
}

async function bundleSize(folder: string, name: string): Promise<number | undefined> {
  const options = { bundle: true, write: false, minify: true, logLevel: "silent" } as const;
  const source = { contents: `export * from ${JSON.stringify(name)};`, resolveDir: folder, loader: "js" } as const;
  try {
    const { outputFiles } = await build({
      ...options,
      stdin: source,
      format: "esm",
      platform: "browser",
      target: "es2022",
    });
    return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
  } catch {
    return undefined;
  }
}
