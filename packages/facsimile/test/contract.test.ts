import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadDocument } from "@facsimile/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRawServer } from "../../contract/test/raw-server.js";
import {
  buildPackage,
  buildTeaPackage,
  type TestPackage,
  teaDocument,
  wordsDocument,
} from "../../contract/test/tea-package.js";
import { type MockServer, openMockServer } from "../../mock/src/index.js";
import type { Exchange } from "../../mock/src/wire/index.js";
import { close, listen } from "../../mock/src/wire/index.js";
import { facsimile } from "./run-facsimile.js";
import { openTerminal, type Terminal } from "./terminal.js";

const servers = [
  {
    url: "https://tea.example.com/v2",
    name: undefined,
    description: undefined,
    variables: [],
  },
];

async function contract(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Terminal["written"] & { code: number }> {
  const { io, written } = openTerminal(env);
  const code = await facsimile("contract", args, io);
  return { ...written, code };
}

describe("facsimile contract --package", () => {
  let tea: TestPackage;
  let reports: string;
  beforeAll(async () => {
    tea = await buildTeaPackage();
    reports = await mkdtemp(join(tmpdir(), "contract-"));
  }, 120_000);
  afterAll(async () => {
    await tea.remove();
    await rm(reports, { recursive: true });
  });

  it("finds nothing in a package that was generated from the document, and writes the same report twice", {
    timeout: 120_000,
  }, async () => {
    const runs = ["a", "b"].map((name) => join(reports, name));
    for (const folder of runs) {
      const { code, stdout } = await contract(["tea.yaml", "--package", fileURLToPath(tea.folder), "--report", folder]);
      expect(stdout).toMatch(/^Tea: document 0 · package 0 · server 0 · prism 0 · tool 0 · not tried \d+\n/);
      expect(stdout).toMatch(/^3 operations, \d+ cases, (\d+) passed, 0 failed$/m);
      expect(code).toBe(0);
    }
    const [first, second] = await Promise.all(
      runs.map((folder) => readFile(join(folder, "contract-report.json"), "utf8")),
    );
    expect(first).toBe(second);
    expect(JSON.parse(String(first))).toMatchObject({ operations: 3, failed: [], missing: [] });
    expect(await readFile(join(reports, "a", "contract-report.md"), "utf8")).toContain("# Contract of Tea");
  });

  it("prints what is found with its place where an editor asks, and the whole report for programs", {
    timeout: 120_000,
  }, async () => {
    const folder = fileURLToPath(tea.folder);
    await writeFile(join(folder, "contract.accept.yaml"), "prism-00000000: Was so once.\n");
    const held = ["tea.yaml", "--package", folder, "--format"];
    const unix = await contract([...held, "unix"]);
    const json = await contract([...held, "json"]);
    await rm(join(folder, "contract.accept.yaml"));
    const line = `${join(folder, "contract.accept.yaml")}:1:1: error: Is accepted and was not found: take it out. [prism-00000000]\n`;
    expect(unix).toEqual({ code: 1, stdout: line, stderr: "" });
    expect([json.code, JSON.parse(json.stdout).notNeeded]).toEqual([1, ["prism-00000000"]]);
  });

  it("expects no refusal that Prism does not give, and says why", { timeout: 120_000 }, async () => {
    const words = await buildPackage(wordsDocument, "words");
    const folder = join(reports, "words");
    const ran = await contract(["words.yaml", "--package", fileURLToPath(words.folder), "--report", folder]);
    await words.remove();
    expect(ran.stdout).not.toMatch(/^✗|^neither/m);
    expect(ran.code).toBe(0);
    const report: { holes: unknown[] } = JSON.parse(await readFile(join(folder, "contract-report.json"), "utf8"));
    const hole = (goal: string, reason: string): unknown => ({ goal: `constraint ${goal} broken`, reason });
    expect(report.holes).toEqual(
      expect.arrayContaining([
        hole("searchTexts query prefix minLength", "Prism takes an empty value for none."),
        hole("searchTexts query filled pattern", "Prism takes an empty value for none."),
        hole("searchTexts query filter required a", "Prism does not read the content of a parameter."),
        hole("searchLists query words 0 minLength", "Prism takes an empty value for none."),
        hole("searchLists query words type", "On the wire a value is a list of one."),
        hole("searchHeaders header X-Prefix minLength", "Prism takes an empty value for none."),
        hole("searchCookies cookie theme enum", "Prism does not look at cookies."),
      ]),
    );
    const goals = JSON.stringify(report.holes);
    for (const covered of ["query long minLength", "query letters pattern", "query must minLength", "query order enum"])
      expect(goals).not.toContain(covered);
    for (const covered of [
      "query pairs minItems",
      "query commas maxItems",
      "query spaces maxItems",
      "near city minLength",
    ])
      expect(goals).not.toContain(covered);
  });

  it("tries a part of the cases where that is asked for, and takes nothing that is no part", {
    timeout: 120_000,
  }, async () => {
    const held = ["tea.yaml", "--package", fileURLToPath(tea.folder)];
    const half = await contract([...held, "--cases", "3", "--part", "1/2"]);
    expect(half).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^2 operations, \d+ cases, \d+ passed, 0 failed$/m),
    });
    for (const part of ["3/2", "0/2", "1", "1/2/3"])
      expect((await contract([...held, "--part", part])).stderr).toContain(
        `--part takes which of how many, such as 1/2, not "${part}"`,
      );
    const stray = await contract(["tea.yaml", "--server", "http://127.0.0.1:1", "--part", "1/2"]);
    expect(stray).toMatchObject({ code: 2, stderr: expect.stringContaining("--part goes with --package") });
  });

  it("says that a package is not built", async () => {
    const { code, stderr } = await contract(["tea.yaml", "--package", "../.."]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("facsimile contract: ")]);
  });
});

describe("facsimile contract --server", () => {
  const env = { FACSIMILE_KEY: "k" };
  const open: MockServer[] = [];
  afterAll(() => Promise.all(open.map((server) => server.close())));

  /** A server of the document, or of one that differs in one word. */
  async function serve(from = "", to = "", onExchange: (exchange: Exchange) => void = () => {}): Promise<string> {
    const { document } = await loadDocument(fileURLToPath(teaDocument));
    if (document === undefined) throw new Error("tea.yaml has errors.");
    const server = await openMockServer(
      JSON.parse(JSON.stringify(document.json).replaceAll(from, to)),
      { servers, operations: [] },
      { onExchange },
    );
    open.push(server);
    return server.url;
  }

  it("finds nothing in a server that follows the document, and calls nothing that may change something", async () => {
    const methods = new Set<string>();
    const url = await serve("", "", ({ request }) => methods.add(request.method));
    const allowed = ["tea.yaml", "--server", url, "--allow-missing-credentials"];
    const { code, stderr, stdout } = await contract(allowed, env);
    expect(stdout).toMatch(/^Tea at http:\S+: (\d+) requests, \1 as documented, 0 not$/m);
    expect(stderr).toContain("No credential for token: FACSIMILE_TOKEN is not set.");
    expect([...methods]).toEqual(["GET"]);
    expect(code).toBe(0);
  });

  it("names what a server does otherwise, also in operations that may change something when it is allowed to", async () => {
    const { code, stdout } = await contract(
      ["tea.yaml", "--write", "--server", await serve('"maxLength":20', '"maxLength":99')],
      env,
    );
    expect(code).toBe(1);
    expect(stdout).toContain(
      "✗ keepTea: body application/json breaks name maxLength\n  answer: a request that is not valid got 204\n",
    );
  });

  it("names what Prism does not look at too", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
    const port = await listen(server, 0);
    const { code, stdout } = await contract(["words.yaml", "--server", `http://127.0.0.1:${port}`]);
    await close(server);
    for (const name of [
      "searchTexts: query prefix breaks minLength",
      "searchTexts: query letters breaks pattern",
      "searchTexts: query filter breaks required a",
      "searchHeaders: header X-Prefix breaks minLength",
      "searchCookies: cookie theme breaks enum",
      "searchCookies: without cookie must, server",
    ])
      expect(stdout).toMatch(new RegExp(`^✗ ${name}.*\n  answer: a request that is not valid got 200$`, "m"));
    expect(code).toBe(1);
  });

  it("takes no offence at a server that disregards Accept, and content of methods that give it no meaning", async () => {
    const mock = await serve();
    const server = createServer((request, answer) => {
      const { accept: _, "content-length": __, "content-type": ___, ...headers } = request.headers;
      request.resume();
      httpRequest(new URL(request.url ?? "", mock), { method: request.method, headers }, (from) => {
        answer.writeHead(from.statusCode ?? 500, from.rawHeaders);
        from.pipe(answer);
      }).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = new URL(mock);
    url.port = String((server.address() as AddressInfo).port);
    const { code, stdout } = await contract(["tea.yaml", "--server", url.href, "--allow-missing-credentials"], env);
    server.close();
    expect(stdout).toMatch(/ requests, (\d+) as documented, 0 not$/m);
    expect(code).toBe(0);
  });

  it("names an answer that is not as documented", async () => {
    const { code, stdout } = await contract(["tea.yaml", "--server", await serve("grams", "weight")], env);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "✗ getTea: 200 with key\n  answer: body: must have required property 'grams' (required)\n",
    );
  });

  it("prints no credential, though the server sends back what it was sent", async () => {
    const canary = "c4n4ry/0f+s3cr3ts";
    const schemes = { FACSIMILE_KEY: canary, FACSIMILE_TOKEN: canary, FACSIMILE_VISITOR: canary };
    const given = { ...schemes, FACSIMILE_BASIC: `ann:${canary}` };
    const server = createServer((request, response) => {
      const { authorization, "x-key": key } = request.headers;
      const echo =
        String(authorization ?? key)
          .split(" ")
          .at(-1) ?? "";
      response.writeHead(200, { "Content-Type": `text/${echo}`, "X-Total": echo }).end(echo);
    });
    const port = await listen(server, 0);
    const { code, stdout, stderr } = await contract(["tea.yaml", "--server", `http://127.0.0.1:${port}/v2`], given);
    await close(server);
    expect([code, stdout]).toEqual([1, expect.stringContaining("content type: expected")]);
    for (const spelling of ["c4n4ry", btoa(`ann:${canary}`)]) expect(stdout + stderr).not.toContain(spelling);
  });

  it("prints what is found at the operations of the document, and what was lacking", async () => {
    const url = await serve("Green", "Red");
    const server = ["tea.yaml", "--server", url, "--format"];
    const { stdout, stderr } = await contract([...server, "unix"]);
    expect(stderr).toBe("");
    expect(stdout).toContain(
      "tea.yaml:1:1: error: There is no credential for key: FACSIMILE_KEY is not set. [no-credential]\n",
    );
    const log = JSON.parse((await contract([...server, "sarif"], env)).stdout);
    expect(log.version).toBe("2.1.0");
    const json = JSON.parse((await contract([...server, "json"], env)).stdout);
    expect(json).toMatchObject({ title: "Tea", failures: expect.any(Array) });
  });

  it("looks for no body in an answer to HEAD", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "X-Total": "2" }).end();
    });
    const port = await listen(server, 0);
    const { stdout } = await contract(["cups.yaml", "--server", `http://127.0.0.1:${port}`]);
    await close(server);
    expect(stdout).toContain("Cups at http");
    expect(stdout).not.toContain("✗ countCups: 200");
  });

  it("says that a server closes the connection, and goes on", async () => {
    const server = await openRawServer((socket) => socket.destroy());
    const { code, stdout } = await contract(["tea.yaml", "--server", `${server.url}/v2`], env);
    const unix = await contract(["tea.yaml", "--server", `${server.url}/v2`, "--format", "unix"], env);
    await server.close();
    expect(unix.stdout).toMatch(/^tea\.yaml:\d{2,}:\d+: error: .*no answer: socket hang up \[server-answer\]$/m);
    expect([code, stdout]).toEqual([1, expect.stringContaining("  answer: no answer: socket hang up\n")]);
    expect(stdout).toMatch(/^Tea at http:\S+: (\d+) requests, 0 as documented, \1 not$/m);
  });

  it.each([
    [["tea.yaml"], "name a --package or a --server"],
    [["tea.yaml", "--package", "tea", "--dry-run"], "--dry-run goes with --server"],
    [["tea.yaml", "--server", "http://tea", "--timeout", "0"], "--timeout takes a number from 1 to 600"],
    [["tea.yaml", "--package", "tea", "--write"], "--write goes with --server"],
    [["tea.yaml", "--server", "http://ann:secret@tea"], "--server takes no user and no password"],
    [["tea.yaml", "--server", "tea"], "--server takes a URL"],
    [[], "no document is named"],
  ])("explains wrong usage and ends with 2: %s", async (args, message) => {
    const { code, stderr } = await contract(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
