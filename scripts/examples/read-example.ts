import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";

export interface Manifest {
  readonly name: string;
  readonly private: boolean;
  readonly scripts: { readonly start: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface Example {
  readonly name: string;
  readonly manifest: Manifest;
  /** Of the README. */
  readonly lines: readonly string[];
  /** The document that its command names: a path, or a package that carries one. */
  readonly document: string;
  /** The lines that it prints, as the block `text` of the README has them. `…` stands for what is different each time. */
  readonly prints: readonly string[];
}

export function readExample(name: string): Example {
  const read = (file: string): string => readFileSync(path.join(root, "examples", name, file), "utf8");
  // Written by hand, and held by the tests here.
  const manifest = JSON.parse(read("package.json")) as Manifest;
  const readme = read("README.md");
  const [, text = ""] = /^```text\n(.*?)^```$/ms.exec(readme) ?? [];
  const [, document = ""] = /\.\.\/start\.ts (\S+)/.exec(manifest.scripts.start) ?? [];
  return { name, manifest, document, lines: readme.trimEnd().split("\n"), prints: text.trimEnd().split("\n") };
}
