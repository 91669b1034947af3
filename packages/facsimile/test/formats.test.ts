import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printEvidence } from "../../evidence/src/index.js";
import { shelfEvidence, shelfText } from "../../evidence/test/shelf.js";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { runIn } from "./run-facsimile.js";
import { readWorkflowCommand } from "./workflow-commands.js";

/** The pattern that docs/formats.md gives to VS Code. */
async function problemPattern(): Promise<RegExp> {
  const page = await readFile(join(import.meta.dirname, "../../../docs/formats.md"), "utf8");
  const [, json = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const [task] = JSON.parse(json).tasks;
  const { regexp, file, line, column, severity, message, code } = task.problemMatcher.pattern;
  expect([file, line, column, severity, message, code]).toEqual([1, 2, 3, 4, 5, 6]);
  return new RegExp(regexp);
}

/** What an editor makes of the lines; each of them has to be a problem. */
async function problems(out: string): Promise<readonly (readonly string[])[]> {
  const pattern = await problemPattern();
  return out
    .split("\n")
    .slice(0, -1)
    .map((line) => pattern.exec(line)?.slice(1) ?? [line]);
}

/** An operation of which one response is left out, with a key that wants to be a command. */
function shelf({ status = "lent, free", key = "20" } = {}): string {
  return `openapi: 3.1.0
info: { title: Shelf, version: 1.0.0 }
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: status, in: query, schema: { enum: [${status}] } }
      responses:
        "204": { description: done }
        ${JSON.stringify(key)}: { description: odd }
`;
}

const hostile = "2\n::error::injected\r##[error]injected\u202e%0A::set-env name=A::b";

describe("--format unix", () => {
  it("has a line for each diagnostic that an editor reads, and nothing else", async () => {
    const folder = await temporaryFolder({ "shelf.yaml": shelf({ key: hostile }) });
    const { code, out, err } = await runIn(folder, ["generate", "shelf.yaml", "--out", "client", "--format", "unix"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const found = await problems(out);
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual([
      expect.stringMatching(/shelf\.yaml$/),
      "11",
      "9",
      "warning",
      expect.stringContaining("injected"),
      expect.stringMatching(/^[a-z-]+$/),
    ]);
  });

  it("takes every diagnostic for an error where the command does", async () => {
    const folder = await temporaryFolder({ "shelf.yaml": shelf() });
    const { code, out } = await runIn(folder, ["generate", "shelf.yaml", "--strict", "--format", "unix"]);
    expect([code, (await problems(out)).map(([, , , level]) => level)]).toEqual([1, ["error"]]);
  });

  it("says which files are out of date, and from which line on", async () => {
    const folder = await temporaryFolder({ "shelf.yaml": shelf() });
    const generate = ["generate", "shelf.yaml", "--out", "client"];
    const missing = await problems((await runIn(folder, [...generate, "--check", "--format", "unix"])).out);
    expect(missing).toContainEqual([
      "client/src/index.ts",
      "1",
      "1",
      "error",
      "src/index.ts of shelf is missing. Generate the package again.",
      "out-of-date",
    ]);
    await runIn(folder, generate);
    await appendFile(join(folder, "client/src/index.ts"), "// mine\n");
    const { code, out } = await runIn(folder, [...generate, "--check", "--format", "unix"]);
    const outdated = (await problems(out)).filter(([, , , , , id]) => id === "out-of-date");
    expect(code).toBe(1);
    expect(outdated.map(([path, line]) => [path, Number(line) > 1])).toEqual([["client/src/index.ts", true]]);
  });

  it("says where a new edition breaks callers, and at its beginning what is gone", async () => {
    const shelves = "  /shelves:\n    get: { operationId: listShelves, responses: { 204: { description: done } } }\n";
    const folder = await temporaryFolder({
      "old.yaml": `${shelf()}${shelves}`,
      "new.yaml": shelf({ status: "lent" }),
    });
    const { code, out } = await runIn(folder, ["diff", "old.yaml", "new.yaml", "--format", "unix"]);
    const narrowed = 'Query parameter `status` may no longer be `"free"`. GET /books. Was at old.yaml:8:38.';
    expect(code).toBe(1);
    expect(await problems(out)).toEqual(
      expect.arrayContaining([
        ["new.yaml", "8", "38", "error", narrowed, "enum-value-removed"],
        ["new.yaml", "1", "1", "error", expect.stringContaining("Was at old.yaml:1"), "operation-removed"],
      ]),
    );
    const safe = ["diff", "new.yaml", "old.yaml", "--format", "unix"];
    expect(await runIn(folder, safe)).toEqual({ code: 0, out: "", err: "" });
    const any = await problems((await runIn(folder, [...safe, "--fail-on", "any"])).out);
    expect(any.map(([, , , level]) => level)).toEqual(any.map(() => "error"));
    expect(any.length).toBeGreaterThan(1);
  });

  it("says where a spec is not proved", async () => {
    const folder = await temporaryFolder({
      "specs/shelf/openapi.yaml": (await shelfText()).replace("operationId: addBook", "operationId: putBook"),
      "specs/shelf/evidence.json": printEvidence(await shelfEvidence("java")),
    });
    const { code, out } = await runIn(folder, ["verify", "--format", "unix"]);
    const found = await problems(out);
    expect(code).toBe(1);
    expect(
      found.every(
        ([file, line, , level]) => /^specs\/shelf\//.test(file ?? "") && Number(line) > 0 && level === "error",
      ),
    ).toBe(true);
    expect(new Set(found.map(([, , , , , id]) => id))).toContain("unsourced");
  });
});

describe("--format github", () => {
  it("is one command for each finding, whatever a document and its name say", async () => {
    const name = "we,ird: 100%::x\n::error::y.yaml";
    const folder = await temporaryFolder({ [`sub/${name}`]: shelf({ key: hostile }) });
    const { code, out, err } = await runIn(
      join(folder, "sub"),
      ["generate", name, "--out", "client", "--format", "github"],
      { env: { GITHUB_WORKSPACE: folder } },
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.split("\n").slice(0, -1);
    expect(lines).toHaveLength(1);
    expect(readWorkflowCommand(lines[0] ?? "")).toEqual({
      name: "warning",
      properties: { file: `sub/${name}`, line: "11", col: "9", title: expect.stringMatching(/^[a-z-]+$/) },
      message: expect.stringContaining("%0A::set-env name=A::b"),
    });
  });

  it("is a command too where the command cannot do its work", async () => {
    const folder = await temporaryFolder({ "new.yaml": shelf(), "bad.yaml": "- ##[error]a\n- ::error::b\n" });
    const { code, out, err } = await runIn(folder, ["diff", "new.yaml", "bad.yaml", "--format", "github"]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(out.split("\n").slice(0, -1).map(readWorkflowCommand)).toEqual([
      { name: "error", properties: { title: "facsimile diff" }, message: expect.stringContaining("bad.yaml") },
    ]);
  });

  it("is not chosen by where the command runs", async () => {
    const folder = await temporaryFolder({ "shelf.yaml": shelf() });
    const { out } = await runIn(folder, ["generate", "shelf.yaml", "--out", "client"], {
      env: { GITHUB_ACTIONS: "true" },
    });
    expect(out).toMatch(/^shelf \(client\): written\n/);
  });
});

describe("--format sarif", () => {
  it("is a log of SARIF 2.1.0 with the parts that its schema requires", async () => {
    const folder = await temporaryFolder({ "new shelf#1.yaml": shelf({ key: hostile }) });
    const generate = ["generate", "new shelf#1.yaml", "--out", "client", "--format", "sarif"];
    const { code, out } = await runIn(folder, [...generate, "--check"]);
    const log = JSON.parse(out);
    expect(code).toBe(1);
    expect(log).toMatchObject({ version: "2.1.0", runs: [{ tool: { driver: { name: "facsimile" } } }] });
    const [{ tool, results }] = log.runs;
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex]).toEqual({ id: ruleId });
      expect(["error", "warning"]).toContain(level);
      expect(message.text).not.toBe("");
      const [{ physicalLocation }] = locations;
      // A relative reference, whose spaces and marks are escaped.
      expect(physicalLocation.artifactLocation.uri).toMatch(/^(?:[\w.~/-]|%[0-9A-F]{2})+$/);
      expect(physicalLocation.region?.startLine ?? 1).toBeGreaterThanOrEqual(1);
    }
    const uris = results.map(
      ({ locations }: { locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[] }) => {
        return decodeURIComponent(locations[0]?.physicalLocation.artifactLocation.uri ?? "");
      },
    );
    expect(uris).toEqual(expect.arrayContaining(["new shelf#1.yaml", "client/package.json"]));
  });

  it("has no results where nothing is found", async () => {
    const folder = await temporaryFolder({ "shelf.yaml": shelf() });
    const { code, out } = await runIn(folder, ["diff", "shelf.yaml", "shelf.yaml", "--format", "sarif"]);
    expect([code, JSON.parse(out).runs[0].results]).toEqual([0, []]);
  });
});

describe("--format", () => {
  it("json is what --json prints", async () => {
    const folder = await temporaryFolder({ "old.yaml": shelf(), "new.yaml": shelf({ status: "lent" }) });
    for (const command of [
      ["generate", "old.yaml", "--out", "client", "--check"],
      ["diff", "old.yaml", "new.yaml"],
    ])
      expect(await runIn(folder, [...command, "--format", "json"])).toEqual(
        await runIn(folder, [...command, "--json"]),
      );
  });

  it.each([
    [["generate", "a.yaml", "--format", "xml"], '--format is text, unix, github, json, sarif, and not "xml"'],
    [["diff", "a.yaml", "b.yaml", "--format", "unix", "--json"], "--json is --format json, and not unix"],
    [["generate", "a.yaml", "--watch", "--format", "unix"], "--watch goes with neither --check nor another format"],
    [["contract", "a.yaml", "--package", ".", "--format", "junit"], "--format is text, unix"],
    [["verify", "--format", "tap"], "--format is text, unix"],
  ])("refuses %j in a sentence", async (args, sentence) => {
    const { code, err } = await runIn(await temporaryFolder({}), args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
  });
});
