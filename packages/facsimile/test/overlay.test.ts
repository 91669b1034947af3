import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outcome, facsimile as runCommand, runIn } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
servers: [{ url: "https://tea.example" }]
paths:
  /teas:
    get:
      responses:
        "200":
          description: Teas.
          content: { application/json: { schema: { type: array, items: { type: string } }, example: [oolong] } }
`;

function overlay(operationId: string): string {
  return `overlay: 1.1.0
info: { title: Names, version: 1.0.0 }
actions:
  - target: $.paths['/teas'].get
    update: { operationId: ${operationId} }
`;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-overlay-"));
  writeFileSync(join(folder, "tea.yaml"), document);
  writeFileSync(join(folder, "names.yaml"), overlay("listTeas"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const facsimile = (args: readonly string[]): Promise<Outcome> => runIn(folder, args);

describe("--overlay", () => {
  it("makes the package of the mended document, whose contract test names the overlay", async () => {
    const generate = ["generate", "tea.yaml", "--out", "tea", "--overlay", "names.yaml"];
    expect(await facsimile(generate)).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(join(folder, "tea/README.md"), "utf8")).toContain("listTeas");
    expect(readFileSync(join(folder, "tea/test/contract.test.ts"), "utf8")).toContain(
      'overlays: [new URL("../../names.yaml", import.meta.url)],',
    );
    expect((await facsimile([...generate, "--check"])).code).toBe(0);
    writeFileSync(join(folder, "names.yaml"), overlay("allTeas"));
    expect((await facsimile([...generate, "--check"])).code).toBe(1);
  });

  it("takes an action that selects nothing for an error with --strict", async () => {
    writeFileSync(join(folder, "gone.yaml"), overlay("listTeas").replace("/teas", "/pots"));
    const { code, err } = await facsimile([
      "generate",
      "tea.yaml",
      "--out",
      "tea",
      "--strict",
      "--overlay",
      "gone.yaml",
    ]);
    expect(code).toBe(1);
    expect(err).toContain("gone.yaml:4:5 warning overlay-no-match");
  });

  it("names the operations of a mock server", async () => {
    const { io, shows, stop } = openTerminal();
    const ended = runCommand("mock", ["tea.yaml", "--overlay", "names.yaml"], { ...io, cwd: folder });
    await shows(/listTeas {2}GET {4}\/teas/);
    stop();
    expect(await ended).toBe(0);
  });

  it("is applied to both editions that are compared", async () => {
    writeFileSync(
      join(folder, "next.yaml"),
      document.replace(
        "/teas:",
        "/teas:\n    parameters: [{ name: kind, in: query, required: true, schema: { type: string } }]",
      ),
    );
    const diff = ["diff", "tea.yaml", "next.yaml"];
    expect((await facsimile(diff)).code).toBe(1);
    writeFileSync(
      join(folder, "quiet.yaml"),
      overlay("listTeas").replace(/ {2}- target[\s\S]*/, "  - { target: '$.paths.*.parameters', remove: true }\n"),
    );
    expect((await facsimile([...diff, "--overlay", "quiet.yaml"])).code).toBe(0);
    expect((await facsimile([...diff, "--overlay", "nowhere.yaml"])).code).toBe(2);
  });
});
