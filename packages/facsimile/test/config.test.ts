import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configSchema } from "../src/config/schema.js";
import { type Outcome, facsimile as runCommand, runIn } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
servers: [{ url: "https://tea.example" }]
paths:
  /teas:
    get:
      responses: { "200": { description: Teas., content: { application/json: { schema: { type: string, nullable: true } } } } }
  /cups:
    get:
      operationId: listCups
      tags: [Cups]
      responses: { "204": { description: None. } }
`;
const overlay = `overlay: 1.1.0
info: { title: Names, version: 1.0.0 }
actions: [{ target: "$.paths['/teas'].get", update: { operationId: listTeas } }]
`;
const config = `documents:
  - document: tea.yaml
    out: packages/tea
    name: "@acme/tea"
    clientName: Kettle
    server: https://kettle.example/v2
    defaultHeaders: { X-Client: "web, old" }
    overlays: [names.yaml]
    only: ["path:/teas"]
    accept: [{ code: schema-keyword-version, pointer: /paths/~1teas, reason: It is known. }]
  - document: cups.yaml
    out: packages/cups
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-config-"));
  write("tea.yaml", document);
  write(
    "cups.yaml",
    document
      .replace(", nullable: true", "")
      .replace("title: Tea", "title: Cups")
      .replace("get:", "get:\n      operationId: listTeas"),
  );
  write("names.yaml", overlay);
  write("facsimile.config.yaml", config);
});
afterEach(() => rmSync(folder, { recursive: true }));

const facsimile = (...args: readonly string[]): Promise<Outcome> => runIn(folder, args);
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

describe("the configuration", () => {
  it("says what is generated of each document, and how its contract is tested", async () => {
    expect(await facsimile("generate", "--strict")).toMatchObject({ code: 0, err: "" });
    const client = read("packages/tea/src/generated/client.ts");
    expect(client).toContain("export type KettleClient");
    expect(client).toContain("https://kettle.example/v2");
    expect(client).toContain('{ ...options, headers: { "X-Client": "web, old", ...options.headers } }');
    expect(JSON.parse(read("packages/tea/package.json")).name).toBe("@acme/tea");
    expect(read("packages/tea/README.md")).toContain("listTeas");
    expect(read("packages/tea/README.md")).not.toContain("listCups");
    const test = read("packages/tea/test/contract.test.ts");
    for (const line of ['only: ["path:/teas"],', 'clientName: "Kettle",', 'server: "https://kettle.example/v2",'])
      expect(test).toContain(line);
    expect(existsSync(join(folder, "packages/cups/package.json"))).toBe(true);
    expect(await facsimile("generate", "--check")).toMatchObject({ code: 0 });
    write("facsimile.config.yaml", config.replace("Kettle", "Pot"));
    expect((await facsimile("generate", "--check")).code).toBe(1);
  });

  it("counts for a document that is named, and the command line wins", async () => {
    const said = ["--client-name", "Pot", "--default-header", "X-Client: cli"];
    expect((await facsimile("generate", "./tea.yaml", "--out", "other", "--only", "tag:Cups", ...said)).code).toBe(0);
    const client = read("other/src/generated/client.ts");
    for (const text of ["PotClient", '"X-Client": "cli"', "https://kettle.example/v2"]) expect(client).toContain(text);
    expect(read("other/README.md")).toContain("listCups");
    expect(existsSync(join(folder, "packages"))).toBe(false);
  });

  it("is read by a mock server, and by what compares editions", async () => {
    const { io, shows, stop, written } = openTerminal();
    const ended = runCommand("mock", [], { ...io, cwd: folder });
    await shows(/Cups \(cups\.yaml\) at/);
    stop();
    expect(await ended).toBe(0);
    expect(written.stdout).toMatch(/Tea \(tea\.yaml\) at .*\n {2}listTeas {2}GET {4}\/teas\n/);

    const git = (...args: readonly string[]): void => {
      execFileSync("git", ["-c", "user.name=Tea", "-c", "user.email=tea@example.com", ...args], { cwd: folder });
    };
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "Teas");
    write("cups.yaml", document.replace("/cups:", "/mugs:"));
    const { code, out } = await facsimile("diff");
    expect(code).toBe(1);
    expect(out).toContain("git:HEAD:cups.yaml");
  });

  it("tells what is accepted and not there, and takes it for an error where warnings are", async () => {
    write("facsimile.config.yaml", `strict: true\n${config.replace("~1teas", "~1cups")}`);
    const { code, err } = await facsimile("generate");
    expect(code).toBe(1);
    expect(err).toContain("schema-keyword-version at /paths/~1cups is accepted, and the document has none.");
    expect(err).toContain("tea.yaml:7:");
  });

  it.each([
    ["documents: [{ documet: tea.yaml }]", 'There is no "documet" here.'],
    ["documents: []", "There are no documents."],
    ["documents: [{ document: tea.yaml, only: tag:Cups }]", "only is a list of texts."],
    ["documents: [{ document: tea.yaml, raw: 'yes' }]", "raw is true or false."],
    ["documents: [{ document: tea.yaml, clientName: tea }]", '"tea" is no name for a client.'],
    [
      "documents: [{ document: tea.yaml, defaultHeaders: { X-Api-Key: canary } }]",
      "X-Api-Key is where a credential is",
    ],
    [
      "documents: [{ document: tea.yaml, from: 'https://ann:canary@tea.example/a.yaml' }]",
      "It is no URL of a document.",
    ],
    ["documents: [{ document: tea.yaml, defaultHeaders: { X-A: a, x-a: b } }]", "x-a is there twice."],
    ["documents: [{ document: tea.yaml, defaultHeaders: [X-A] }]", "is an object of texts"],
    ["documents: [{ document: tea.yaml, accept: [{ code: paths-missing, reason: no }] }]", "is no omission"],
    [
      "documents: [{ document: tea.yaml, out: a }, { document: cups.yaml, out: a }]",
      "Another package has this folder.",
    ],
    ["[tea.yaml]", "A configuration is an object."],
    ["documents: [", "yaml-syntax"],
    ["", "file-empty"],
  ])("that is %j stops a command with its line", async (text, told) => {
    write("facsimile.config.yaml", text);
    for (const command of [["generate"], ["generate", "tea.yaml"], ["mock"], ["contract"], ["diff"], ["changeset"]]) {
      const { code, err } = await facsimile(...command);
      expect([command[0], code]).toEqual([command[0], 2]);
      expect(err).toContain(told);
      expect(err).toMatch(/facsimile\.config\.yaml(?::1:\d+)? error/);
      expect(err).not.toContain("canary");
    }
  });

  it("has to be there where no document is named", async () => {
    rmSync(join(folder, "facsimile.config.yaml"));
    const { code, err } = await facsimile("generate");
    expect([code, err]).toEqual([2, expect.stringContaining("there is no facsimile.config.yaml in this folder")]);
    write("other.json", JSON.stringify({ documents: [{ document: "cups.yaml", out: "c" }] }));
    expect((await facsimile("generate", "--config", "other.json")).code).toBe(0);
  });

  it("has the schema that editors check it by, which --update writes anew", async () => {
    await expect(`${JSON.stringify(configSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../config.schema.json");
  });
});
