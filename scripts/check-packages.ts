/**
 * Packs every package as it would be published, holds the tarballs against publint and attw, and declarations against what their package depends on
 * and what hovers tell, then installs the generated packages in an empty folder without a network and compiles and runs a program that uses them, and tests a package that
 * is generated outside this repository. Exit 1 when something is wrong.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { checkBuiltComments } from "./built-comments.js";
import { checkConsumer } from "./consumers/check-consumer.js";
import { checkOutside } from "./outside.js";
import { pack, packDependencies } from "./pack.js";
import { listProviders, listTools, root } from "./repository.js";
import { run } from "./run.js";
import { undeclaredImports } from "./undeclared-imports.js";

const folder = await mkdtemp(path.join(tmpdir(), "facsimile-pack-"));
try {
  const names = [...listTools(), ...listProviders()];
  const tarballs = new Map<string, string>();
  for (const name of names) tarballs.set(name, await pack(path.join("packages", name), folder));

  const findings: string[] = [];
  for (const [name, tarball] of tarballs) {
    findings.push(...(await lintPackage(name, tarball)), ...(await checkTypes(name, tarball)));
    const missing = undeclaredImports(path.join(root, "packages", name));
    findings.push(...missing.map((one) => `declarations of ${name}: ${one}, which package.json does not depend on`));
  }
  for (const name of listProviders()) {
    const wrong = checkBuiltComments(path.join(root, "packages", name));
    findings.push(...wrong.map((one) => `build of ${name}: ${one}`));
  }
  const installed = ["runtime", ...listProviders()]
    .map((name) => tarballs.get(name))
    .filter((file) => file !== undefined);
  findings.push(...(await checkConsumer(folder, [...installed, ...(await packDependencies(folder))])));
  findings.push(...(await checkOutside(folder, tarballs)));

  for (const finding of findings) console.log(finding);
  console.log(`${names.length} packages, ${findings.length} findings`);
  if (findings.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function lintPackage(name: string, tarball: string): Promise<string[]> {
  const bytes = await readFile(tarball);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({
    pack: { tarball: buffer as ArrayBuffer },
    strict: true,
  });
  return messages.map((message) => `publint ${name}: ${formatMessage(message, pkg ?? {})}`);
}

async function checkTypes(name: string, tarball: string): Promise<string[]> {
  const { code, output } = await run("attw", [
    tarball,
    "--profile",
    "esm-only",
    "--format",
    "ascii",
    "--no-emoji",
    "--no-color",
  ]);
  return code === 0 ? [] : [`attw ${name}:\n${output.trim()}`];
}
