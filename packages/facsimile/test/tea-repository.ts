import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { facsimile } from "./run-facsimile.js";

/** A repository with the package of a document and its runtime, on a branch, as it is anew for each test. */
export interface TeaRepository {
  readonly folder: () => string;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly git: (...args: readonly string[]) => void;
  readonly commit: (message: string) => void;
  /** Writes the package, which names its document as generated ones do. */
  readonly writePackage: (version: string, range?: string) => void;
  /** Writes a changeset of a person. */
  readonly changeset: (name: string, bump: string, text: string) => void;
  /** Runs `facsimile changeset`. */
  readonly run: (...args: readonly string[]) => Promise<{ readonly code: number; readonly out: string }>;
}

/** @returns what is usable in tests, and not before */
export function teaRepository(): TeaRepository {
  const home = mkdtempSync(join(tmpdir(), "facsimile-changeset-"));
  const template = join(home, "template");
  let count = 0;
  let folder = template;
  const repository = repositoryIn(() => folder);
  beforeAll(() => {
    // No registry is asked.
    vi.stubEnv("npm_config_offline", "true");
    folder = template;
    begin(repository);
  });
  beforeEach(() => {
    folder = join(home, String(count++));
    cpSync(template, folder, { recursive: true });
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });
  return repository;
}

function begin({ write, writePackage, git, commit }: TeaRepository): void {
  write("package.json", JSON.stringify({ name: "root", private: true, workspaces: ["packages/*"] }));
  write("package-lock.json", "{}");
  write(".changeset/config.json", JSON.stringify({ baseBranch: "main" }));
  writePackage("0.1.0");
  write("packages/runtime/package.json", JSON.stringify({ ...runtime, version: "0.1.0" }));
  write("packages/runtime/src/index.ts", callOptions("readonly timeout?: number;"));
  write("specs/tea.json", documentWith({ maximum: 100 }));
  git("init", "--quiet", "--initial-branch=main");
  commit("First");
  git("checkout", "--quiet", "-b", "work");
}

function repositoryIn(folder: () => string): TeaRepository {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder(), path)), { recursive: true });
    writeFileSync(join(folder(), path), text);
  };
  const git = (...args: readonly string[]): void => {
    const own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
    execFileSync("git", [...own, ...args], { cwd: folder() });
  };
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder(), path), "utf8"),
    git,
    commit(message) {
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
    },
    writePackage: (version, range = "^0.1.0") => writePackage(write, version, range),
    changeset: (name, bump, text) =>
      write(`.changeset/${name}.md`, `---\n${bump === "" ? "" : `"@acme/tea": ${bump}\n`}---\n\n${text}\n`),
    run: (...args) => run(folder(), args),
  };
}

function writePackage(write: TeaRepository["write"], version: string, range: string): void {
  const exports = { ".": { types: "./dist/index.d.ts" } };
  const manifest = { name: "@acme/tea", version, exports, dependencies: { "@facsimile/runtime": range } };
  write("packages/tea/package.json", JSON.stringify(manifest));
  write(
    "packages/tea/src/index.ts",
    'export type { CallOptions } from "@facsimile/runtime";\nexport interface Tea {\n  readonly name: string;\n}\n',
  );
  write("packages/tea/test/contract.test.ts", contractTest("../../../specs/tea.json"));
}

async function run(cwd: string, args: readonly string[]): ReturnType<TeaRepository["run"]> {
  let out = "";
  const sink = {
    write: (text: string) => {
      out += text;
    },
  };
  const io = { stdout: sink, stderr: sink, cwd, env: {}, signal: new AbortController().signal };
  return { code: await facsimile("changeset", args, io), out };
}

/** What the package.json of the runtime says but for the version. */
export const runtime = { name: "@facsimile/runtime", exports: { ".": { types: "./dist/index.d.ts" } } };

export function callOptions(members: string): string {
  return `export interface CallOptions {\n  ${members}\n}\n`;
}

export function contractTest(document: string): string {
  return `await testContract({\n  document: new URL(${JSON.stringify(document)}, import.meta.url),\n});\n`;
}

/** One operation with one parameter, and what else a test is about. */
export function documentWith(
  schema: object,
  { summary = "List teas", paths = {} }: { readonly summary?: string; readonly paths?: object } = {},
): string {
  const parameters = [{ name: "limit", in: "query", schema: { type: "integer", ...schema } }];
  const responses = { 204: { description: "Done" } };
  const get = { operationId: "listTeas", summary, parameters, responses };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Tea", version: "1" },
    paths: { "/teas": { get }, ...paths },
  });
}

export const stricter: string = documentWith({ maximum: 50 });
export const looser: string = documentWith({ maximum: 200 });

/** The changeset that the command writes. */
export const own = ".changeset/changes-acme__tea.md";
