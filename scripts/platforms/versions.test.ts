import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../repository.js";
import {
  bunVersions,
  denoVersions,
  jestVersions,
  miniflareVersion,
  nodeVersions,
  reactNativeVersion,
  typescriptVersions,
} from "./versions.js";

it.each<[string, readonly string[]]>([
  ["Node", nodeVersions],
  ["Bun", bunVersions],
  ["Deno", denoVersions],
  ["workers", [miniflareVersion]],
  ["React Native", [reactNativeVersion]],
  ["TypeScript", typescriptVersions],
  ["Jest", [jestVersions.jest]],
])("the README of the runtime says which versions of %s packages are tried with", async (platform, versions) => {
  const readme = await readFile(path.join(root, "packages", "runtime", "README.md"), "utf8");
  const [, , tried = ""] =
    readme
      .split("\n")
      .find((line) => line.startsWith(`| ${platform} |`))
      ?.split("|")
      .slice(1) ?? [];
  expect(tried.match(/\d+(\.\d+)+/g)).toEqual(versions);
});
