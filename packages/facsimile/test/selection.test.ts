import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outcome, facsimile as runCommand, runIn } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
servers: [{ url: "https://tea.example" }]
paths:
  /teas:
    get:
      operationId: list
      tags: [Teas]
      responses:
        "200": { description: Teas., content: { application/json: { schema: { $ref: "#/components/schemas/Teas" } } } }
  /cups:
    get:
      operationId: LIST
      tags: [Cups]
      responses:
        "200": { description: Cups., content: { application/json: { schema: { $ref: "#/components/schemas/Cup" } } } }
components:
  schemas:
    Teas: { type: array, items: { type: string }, example: [oolong] }
    Cup: { type: object, properties: { size: { type: integer, example: 3 } } }
`;
const runtime = dirname(createRequire(import.meta.url).resolve("@facsimile/runtime/package.json"));
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-selection-"));
  writeFileSync(join(folder, "tea.yaml"), document);
});
afterEach(() => rmSync(folder, { recursive: true }));

const facsimile = (args: readonly string[]): Promise<Outcome> => runIn(folder, args);
const read = (file: string): string => readFileSync(join(folder, "tea", file), "utf8");

describe("--only and --without", () => {
  it("make a package of a part, which the contract tests of that part hold", async () => {
    const generate = ["generate", "tea.yaml", "--out", "tea", "--document", "--without", "tag:Teas"];
    expect(await facsimile(generate)).toMatchObject({ code: 0 });
    // In the whole another operation has the better name.
    const functions = read("src/generated/operations/cups.ts").match(/export function \w+/g);
    expect(functions).toEqual(["export function getCups"]);
    expect(read("src/schemas.ts")).not.toContain("eas");
    expect(read("test/contract.test.ts")).toContain('without: ["tag:Teas"],');
    expect(JSON.parse(read("openapi.json")).paths).toHaveProperty("/teas");
    expect((await facsimile([...generate, "--check"])).code).toBe(0);
    expect((await facsimile([...generate.slice(0, -2), "--check"])).code).toBe(1);

    mkdirSync(join(folder, "node_modules/@facsimile"), { recursive: true });
    symlinkSync(runtime, join(folder, "node_modules/@facsimile/runtime"), "junction");
    execFileSync(process.execPath, [compiler, "-p", join(folder, "tea")]);
    const contract = ["contract", "tea.yaml", "--package", "tea"];
    const held = await facsimile([...contract, "--without", "tag:Teas"]);
    expect(held.out).toMatch(/^1 operations, \d+ cases, \d+ passed, 0 failed$/m);
    expect(held.code).toBe(0);
  });

  it("name the operations that a mock server answers", async () => {
    const { io, shows, stop, written } = openTerminal();
    const ended = runCommand("mock", ["tea.yaml", "--only", "path:/cups"], { ...io, cwd: folder });
    await shows(/LIST {2}GET {4}\/cups/);
    stop();
    expect(await ended).toBe(0);
    expect(written.stdout).not.toContain("/teas");
  });

  it("are told where they are none, or select nothing", async () => {
    const generate = ["generate", "tea.yaml", "--out", "tea", "--only"];
    const wrong = await facsimile([...generate, "Teas"]);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("tea.yaml error selector-invalid")]);
    const far = await facsimile([...generate, "tag:Tees,tag:Cups"]);
    expect([far.code, far.err]).toEqual([0, expect.stringContaining("Did you mean tag:Teas?")]);
  });
});
