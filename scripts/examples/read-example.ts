import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";
import type { Command } from "./run-example.js";

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
  /** What `npm start` runs. */
  readonly commands: readonly Command[];
  /** The document that its command names: a path, or a package that carries one. */
  readonly document: string;
  /** What it prints, as the block `text` of its README has it. `…` stands for what is left out or different each time. */
  readonly prints: string;
}

export function readExample(name: string): Example {
  const read = (file: string): string => readFileSync(path.join(root, "examples", name, file), "utf8");
  // Written by hand, and held by the tests here.
  const manifest = JSON.parse(read("package.json")) as Manifest;
  const [, text = ""] = /^```text\n(.*?)^```$/ms.exec(read("README.md")) ?? [];
  const [, document = ""] = /\.\.\/start\.ts (\S+)/.exec(manifest.scripts.start) ?? [];
  const commands = manifest.scripts.start.split(" && ").map(toCommand);
  return { name, manifest, commands, document, prints: text };
}

/** No example quotes anything. */
function toCommand(line: string): Command {
  const [program = "", ...args] = line.split(" ");
  return [program, ...args];
}
