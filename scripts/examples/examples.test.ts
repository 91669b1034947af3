import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type RecordingMockServer, startMockServer } from "@facsimile/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../repository.js";
import { run } from "../run.js";
import { readExample } from "./read-example.js";
import { runExample } from "./run-example.js";

const home = path.join(root, "examples");
const index = readFileSync(path.join(home, "README.md"), "utf8");
const folders = readdirSync(home).filter((name) => existsSync(path.join(home, name, "README.md")));
const examples = folders.filter((name) => existsSync(path.join(home, name, "package.json"))).map(readExample);
/** The one whose command starts the server itself, as all of them do for a reader. */
const alone = "script";

const servers = new Map<string, RecordingMockServer>();

/** A server for each document, which its examples share: starting one costs more than running them. */
beforeAll(async () => {
  for (const { name, document } of examples) {
    const from = path.join(home, name);
    if (!servers.has(document)) servers.set(document, await startMockServer(document, { from, state: true }));
  }
});

afterAll(() => Promise.all([...servers.values()].map((server) => server.close())));

describe("the examples", () => {
  it.each(examples)("$name prints what its README says", async ({ name, document, prints }) => {
    const server = servers.get(document);
    server?.reset();
    // What it generates is then written anew.
    rmSync(path.join(home, name, "client"), { recursive: true, force: true });
    const printed = await runExample(name, name === alone ? undefined : server?.url);
    expect(matching(printed, prints)).toBe(prints);
    expect(server?.exchanges.flatMap(({ violations }) => violations)).toEqual([]);
  });

  // After they ran: some generate what they import.
  it("compile", async () => {
    const compiler = path.join(root, "node_modules", "typescript-native", "bin", "tsc");
    const { output } = await run("node", [compiler, "-p", path.join(home, "tsconfig.json")]);
    expect(output).toBe("");
  });

  it.each(folders)("%s is in the index", (name) => {
    expect(index).toContain(`](${name})`);
  });

  it.each(examples)("$name states the packages that this repository has", ({ name, manifest }) => {
    expect(manifest).toMatchObject({ name: `example-${name}`, private: true });
    const stated = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(stated).toEqual(stated.map(([dependency]) => [dependency, versionOf(dependency)]));
  });
});

/** The text that is told, where it is what was printed; `…` stands for anything. */
function matching(printed: string, told: string): string {
  const pattern = told.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[^]*?")}$`).test(printed) ? told : printed;
}

/** What an example has to state: a link to a package of this repository, or the version that is installed. */
function versionOf(dependency: string): string {
  const folder = dependency.replace(/^@facsimile\//, "");
  if (existsSync(path.join(root, "packages", folder, "package.json"))) return `file:../../packages/${folder}`;
  const manifest = readFileSync(path.join(root, "node_modules", dependency, "package.json"), "utf8");
  // Every package has a version.
  return (JSON.parse(manifest) as { version: string }).version;
}
