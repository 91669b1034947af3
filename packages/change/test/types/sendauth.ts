import { join } from "node:path";
import { expect } from "vitest";
import { type PackageSources, readPackageSources } from "../../src/index.js";

const packages = join(import.meta.dirname, "../../..");

/** Where a generated package and the runtime are. */
export const sendauth: string = join(packages, "sendauth");
export const runtime: string = join(packages, "runtime");

export function readSendauth(): Promise<PackageSources> {
  return readPackageSources(sendauth, runtime);
}

/** A package in which a text is another one. */
export function packageWith(old: PackageSources, path: string, before: string, after: string): PackageSources {
  expect(old.files.find((file) => file.path === path)?.text).toContain(before);
  const files = old.files.map((file) => ({
    ...file,
    text: file.path === path ? file.text.replaceAll(before, after) : file.text,
  }));
  return { ...old, files };
}
