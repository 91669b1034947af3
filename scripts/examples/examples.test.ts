import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type RecordingMockServer, startMockServer } from "@facsimile/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAuthorizationServer } from "../guides/authorization-server.js";
import type { Running } from "../listen.js";
import { root } from "../repository.js";
import { run } from "../run.js";
import { saidOf } from "../said.js";
import { readExample } from "./read-example.js";
import { type Command, runExample } from "./run-example.js";

const home = path.join(root, "examples");
const index = readFileSync(path.join(home, "README.md"), "utf8");
const folders = readdirSync(home).filter((name) => existsSync(path.join(home, name, "README.md")));
const examples = folders.filter((name) => existsSync(path.join(home, name, "package.json"))).map(readExample);
/** The one that is run as a reader runs all of them: by npm, which is the half of what that takes, and with a server of its own. */
const asRead = "script";
const npmStart: Command = ["npm", "start", "--silent"];

const servers = new Map<string, RecordingMockServer>();
let authorization: Running;

/** A server for each document, which its examples share: starting one costs more than running them. */
beforeAll(async () => {
  authorization = await startAuthorizationServer();
  for (const { name, document } of examples) {
    const from = path.join(home, name);
    if (!servers.has(document)) servers.set(document, await startMockServer(document, { from, state: true }));
  }
});

afterAll(() => Promise.all([authorization, ...servers.values()].map((server) => server.close())));

describe("the examples", () => {
  it.each(examples)("$name prints what its README says", async ({ name, commands, document, prints }) => {
    const server = servers.get(document);
    server?.reset();
    // What it generates is then written anew.
    rmSync(path.join(home, name, "client"), { recursive: true, force: true });
    const environment = {
      API_URL: server?.url ?? "",
      AUTHORIZATION_URL: authorization.url,
      SENDAUTH_USERNAME: "ann",
      SENDAUTH_PASSWORD: "correct horse",
    };
    const printed = await (name === asRead ? runExample(name, [npmStart]) : runExample(name, commands, environment));
    expect(saidOf(printed, prints)).toBe(prints);
    expect(server?.exchanges.flatMap(({ violations }) => violations)).toEqual([]);
  });

  // After they ran: some generate what they import.
  it("compile", async () => {
    const compiler = path.join(root, "node_modules", "typescript-native", "bin", "tsc");
    const { output } = await run("node", [compiler, "--singleThreaded", "-p", path.join(home, "tsconfig.json")]);
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

/** What an example has to state: a link to a package of this repository, or the version that is installed. */
function versionOf(dependency: string): string {
  const folder = dependency.replace(/^@facsimile\//, "");
  if (existsSync(path.join(root, "packages", folder, "package.json"))) return `file:../../packages/${folder}`;
  const manifest = readFileSync(path.join(root, "node_modules", dependency, "package.json"), "utf8");
  // Every package has a version.
  return (JSON.parse(manifest) as { version: string }).version;
}
