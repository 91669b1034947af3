import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { root, workspaceOf } from "./repository.js";
import { run } from "./run.js";

/** The packed packages that a generated package needs for its build and its contract test, by their folder under packages. */
const needed = ["runtime", "document", "codegen", "samples", "mock", "contract", "facsimile"] as const;

/** A small document with credentials, parameters, a body and several statuses. */
const document = path.join("packages", "codegen", "test", "golden", "whole-package", "openapi.yaml");

/**
 * Does in an empty folder what somebody with a document does: generates a package by the packed generator, installs the packed packages, and
 * runs `npm test` there. Packages of others are linked from this repository, so that nothing has to be fetched, and only to those that declare
 * them, so that a dependency that somebody forgot to declare is missed. Resolves to what went wrong.
 */
export async function checkOutside(parent: string, tarballs: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = path.join(parent, "outside");
  const home = path.join(folder, "pkg");
  await mkdir(home, { recursive: true });
  await copyFile(path.join(root, document), path.join(folder, "my.yaml"));
  for (const name of needed) await install(home, name, tarballs.get(name));

  const generator = path.join(installed(home, "facsimile"), "bin", "facsimile.js");
  const generated = await run("node", [generator, "generate", path.join(folder, "my.yaml"), "--out", home]);
  if (generated.code !== 0) return [`outside, facsimile generate: ${generated.output.trim()}`];
  await linkDeclared(home, root, ["dependencies", "devDependencies"]);
  const tested = await run("npm", ["test", "--prefix", home]);
  return tested.code === 0 ? [] : [`outside, npm test: ${tested.output.trim()}`];
}

function installed(home: string, name: string): string {
  return path.join(home, "node_modules", workspaceOf(name));
}

async function install(home: string, name: string, tarball: string | undefined): Promise<void> {
  if (tarball === undefined) throw new Error(`there is no tarball of ${name}`);
  const target = installed(home, name);
  await mkdir(target, { recursive: true });
  const { code, output } = await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", target]);
  if (code !== 0) throw new Error(`tar -xzf ${tarball} failed:\n${output}`);
  await linkDeclared(target, path.join(root, "packages", name), ["dependencies"]);
}

/** Links the packages of others that a package declares, from where npm put them for a folder of this repository. */
async function linkDeclared(
  target: string,
  source: string,
  fields: readonly ("dependencies" | "devDependencies")[],
): Promise<void> {
  // Written by npm pack or by the generator: both fields map names to ranges.
  const manifest = JSON.parse(await readFile(path.join(target, "package.json"), "utf8")) as {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  const names = fields.flatMap((field) => Object.keys(manifest[field] ?? {}));
  for (const name of names.filter((one) => !one.startsWith("@facsimile/"))) {
    const link = path.join(target, "node_modules", name);
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(whereInstalled(source, name), link, "junction");
  }
}

function whereInstalled(source: string, name: string): string {
  const own = path.join(source, "node_modules", name);
  return existsSync(own) ? own : path.join(root, "node_modules", name);
}
