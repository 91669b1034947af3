import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { close, listen } from "../../mock/src/wire/index.js";
import { answering, closeAll, closeLater, mockOfTea, proxy, startProxy } from "./run-proxy.js";
import { openTerminal } from "./terminal.js";

afterEach(closeAll);

const key = { "X-Key": "canary-of-the-key" };
const tea = JSON.stringify({ name: "oolong", grams: 5 });
const json = { "Content-Type": "application/json" };

describe("facsimile proxy", () => {
  it("holds what passes, and says what was never seen", async () => {
    const running = await startProxy(await mockOfTea());
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2$/);
    const answer = await fetch(`${running.url}/teas/pu%2Derh`, { headers: key });
    expect([answer.status, await answer.json()]).toEqual([200, { name: "oolong", grams: 5 }]);
    await fetch(`${running.url}/teas?page=2&kinds=green,black`, { headers: key });
    const put = { method: "PUT", body: tea, headers: { ...key, ...json, "X-Trace": "abc" } };
    await fetch(`${running.url}/teas/oolong`, put);
    const { code, stdout, stderr } = await running.stop();
    expect(stderr).toBe("");
    expect(stdout).toContain("✓ GET /v2/teas/pu%2Derh 200  (getTea)\n");
    expect(stdout).toContain("✓ GET /v2/teas 200  (listTeas)\n");
    expect(stdout).toContain("✓ PUT /v2/teas/oolong 204  (keepTea)\n");
    expect(stdout).toContain("never seen: status getTea 4XX\n");
    expect(stdout).toContain("operation: 3 of 3 seen\nstatus: 3 of 6 seen\n");
    expect(stdout).toMatch(/^Tea at http:\S+: 3 exchanges, 3 as documented, 0 not$/m);
    expect(code).toBe(0);
    await expect(fetch(running.url)).rejects.toThrow();
  });

  it.each<[string, string, RequestInit, string]>([
    ["a value that does not fit", "/teas?page=12", {}, "request: query parameter page: must be <= 9 (maximum)"],
    ["a value of another type", "/teas?page=two", {}, "request: query parameter page: must be integer (type)"],
    [
      "a list in another style",
      "/teas?kinds=green&kinds=black",
      {},
      "request: query parameter kinds: it is given 2 times, and is not in the style form",
    ],
    ["an item of a list", "/teas?kinds=green,red", {}, 'must be equal to one of the allowed values: ["green","black"]'],
    ["an unknown parameter", "/teas?pages=2", {}, "request: query parameter pages: the document does not declare it"],
    ["a broken escape", "/teas/%zz", {}, "request: path parameter name: it is not percent-encoded"],
    ["an unknown path", "/cups", {}, "request: the document has no such path"],
    ["an unknown method", "/teas/oolong", { method: "DELETE" }, "the document has no such method for /teas/{name}"],
    [
      "a missing header",
      "/teas/oolong",
      { method: "PUT", body: tea, headers: json },
      "header parameter X-Trace: it is re",
    ],
    [
      "a header that does not fit",
      "/teas/oolong",
      { method: "PUT", body: tea, headers: { ...json, "X-Trace": "xyz" } },
      'header parameter X-Trace: must match pattern "^[a-f]+$" (pattern)',
    ],
    [
      "a body that does not fit",
      "/teas/oolong",
      { method: "PUT", body: '{"name":"o","grams":1}', headers: { ...json, "X-Trace": "a" } },
      "request: body/name: must NOT have fewer than 2 characters (minLength)",
    ],
    [
      "a body that is no JSON",
      "/teas/oolong",
      { method: "PUT", body: '{"name":', headers: { ...json, "X-Trace": "a" } },
      "request: body: it is no JSON",
    ],
    [
      "a body of another type",
      "/teas/oolong",
      { method: "PUT", body: tea, headers: { "Content-Type": "text/plain", "X-Trace": "a" } },
      "request: header Content-Type: the operation takes application/json, got text/plain",
    ],
    [
      "a missing body",
      "/teas/oolong",
      { method: "PUT", headers: { "X-Trace": "a" } },
      "request: body: it is required and missing",
    ],
  ])("names %s", async (_what, target, request, finding) => {
    const running = await startProxy(await answering(204, {}, ""));
    await fetch(`${running.url}${target}`, { ...request, headers: { ...key, ...request.headers } });
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    expect(stdout).toContain(finding);
  });

  it.each<[string, string, Record<string, string>, string | undefined]>([
    [
      "none",
      "/teas/a",
      {},
      "there is none; the operation needs key (header X-Key), or basic (header Authorization) and",
    ],
    [
      "one of two",
      "/teas/a",
      { Authorization: `Basic ${btoa("a:b")}` },
      "credential: there is only basic; the operation",
    ],
    ["both", "/teas/a?visitor=v", { Authorization: `Basic ${btoa("a:b")}` }, undefined],
    ["the other alternative", "/teas/a", { Authorization: "Bearer abc" }, undefined],
    ["no user and password", "/teas/a", { ...key, Authorization: "Basic abc" }, "it is no user and password in base64"],
    [
      "another scheme",
      "/teas/a",
      { Authorization: "Digest abc" },
      "Authorization has none of a scheme that is asked for",
    ],
    ["in another place", "/teas/a?X-Key=k", {}, "the credential key is not for the query of this operation"],
    ["one that is not asked for", "/teas", { ...key, Authorization: "Bearer abc" }, "the operation does not ask for a"],
  ])("holds credentials against the operation: %s", async (_what, target, headers, finding) => {
    const running = await startProxy(await mockOfTea());
    await fetch(`${running.url}${target}`, { headers });
    const { code, stdout } = await running.stop();
    if (finding === undefined) expect([code, stdout]).toEqual([0, expect.stringContaining("✓ GET")]);
    else expect([code, stdout]).toEqual([1, expect.stringContaining(finding)]);
  });

  it.each<[string, number, Record<string, string>, string | Buffer, string]>([
    [
      "an undeclared property",
      200,
      json,
      '{"name":"oo","grams":1,"cup":1}',
      'must NOT have unevaluated properties: "cup"',
    ],
    ["a missing property", 200, json, '{"name":"oo"}', "body: must have required property 'grams' (required)"],
    ["what is no JSON", 200, json, "<html>", "answer: body: it is no JSON"],
    ["another content type", 200, { "Content-Type": "text/html" }, "x", 'content type: expected ["application/json"]'],
    ["an undocumented status", 302, { Location: "/" }, "", "answer: status 302: the document has no such response"],
    [
      "what is packed and does not fit",
      200,
      { ...json, "Content-Encoding": "gzip" },
      gzipSync('{"name":"oolong"}'),
      "body: must have required property 'grams' (required)",
    ],
    ["what is not packed as it says", 200, { ...json, "Content-Encoding": "gzip" }, tea, "not in its Content-Encoding"],
  ])("names %s in an answer", async (_what, status, headers, body, finding) => {
    const running = await startProxy(await answering(status, headers, body));
    // Fetch gives up where an answer is not packed as it says.
    await fetch(`${running.url}/teas/oolong`, { headers: key, redirect: "manual" })
      .then((answer) => answer.text())
      .catch(() => {});
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    expect(stdout).toContain(finding);
  });

  it("prints and writes no secret, whatever is wrong about the exchange that carries it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "proxy-"));
    closeLater(() => rm(folder, { recursive: true }));
    const canary = "c4n4ry/0f+s3cr3ts==";
    const server = createServer((request, response) => {
      request.resume();
      const { authorization, cookie } = request.headers;
      response.writeHead(200, {
        ...json,
        "X-Total": `${canary} ${authorization}`,
        "Set-Cookie": `sid=${canary}; Path=/`,
        "X-Refresh-Token": canary,
      });
      response.end(JSON.stringify({ access_token: canary, password: canary, echo: [request.url, cookie] }));
    });
    const port = await listen(server, 0);
    closeLater(() => close(server));
    const running = await startProxy(`http://127.0.0.1:${port}/v2`, ["--report", folder]);
    const secret = encodeURIComponent(canary);
    const headers = {
      "X-Key": canary,
      Authorization: `Basic ${btoa(`ann:${canary}`)}`,
      Cookie: `sid=${canary}`,
      "X-Trace": canary,
      ...json,
    };
    const body = JSON.stringify({ name: canary, password: canary, origin: { client_secret: canary } });
    await fetch(`${running.url}/teas?visitor=${secret}&page=${secret}&access_token=${secret}`, { headers });
    await fetch(`${running.url}/teas/${secret}?visitor=${secret}`, { method: "PUT", headers, body });
    await fetch(`${running.url}/sessions/${secret}`, { method: "POST", headers, body: `{"password":"${canary}"` });
    const { stdout, stderr } = await running.stop();
    const written = ["json", "md"].map((kind) => readFile(join(folder, `proxy-report.${kind}`), "utf8"));
    const all = [stdout, stderr, ...(await Promise.all(written))].join("\n");
    expect(all).toContain("sessions");
    for (const spelling of [canary, secret, btoa(canary).slice(0, 20), btoa(`ann:${canary}`), "c4n4ry", "s3cr3ts"])
      expect(all).not.toContain(spelling);
  });

  it("blots out what looks like a token in a path, and leaves ids of things", async () => {
    const running = await startProxy(await answering(404, {}, ""));
    const tokens = [
      "eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl",
      "sk_live_4eC39HqLyjWD",
      "q8ZP0bX3mVt7LrWn2KdYf5Hs",
      "0f9e8d7c6b5a49382716f0e1d2c3b4a5",
    ];
    const ids = ["3f2504e0-4f89-41d3-9a0c-0305e82c3301", "first-flush-of-darjeeling-2026", "usr_12345"];
    for (const one of [...tokens, ...ids]) await fetch(`${running.url}/teas/${one}`, { headers: key });
    for (const one of tokens) await fetch(`${running.url}/elsewhere/${one}/x`, { headers: key });
    const { stdout } = await running.stop();
    for (const token of tokens) expect(stdout).not.toContain(token);
    for (const id of ids) expect(stdout).toContain(id);
  });

  it("writes what was seen and what was not, the same bytes for the same exchanges", async () => {
    const folder = await mkdtemp(join(tmpdir(), "proxy-"));
    closeLater(() => rm(folder, { recursive: true }));
    const server = await mockOfTea();
    const reports = ["a", "b"].map((name) => join(folder, name));
    for (const report of reports) {
      const running = await startProxy(server, ["--report", report]);
      for (const target of ["/teas/a", "/teas/b", "/teas/b?cup=1", "/cups"])
        await fetch(`${running.url}${target}`, { headers: key });
      expect((await running.stop()).code).toBe(1);
    }
    const [first, second] = await Promise.all(reports.map((one) => readFile(join(one, "proxy-report.json"), "utf8")));
    expect(first).toBe(second);
    expect(JSON.parse(String(first))).toEqual({
      title: "Tea",
      server,
      operations: 3,
      exchanges: 4,
      held: 2,
      failed: [
        {
          name: "getTea: 200",
          count: 1,
          findings: [{ oracle: "request", message: "query parameter cup: the document does not declare it" }],
        },
        {
          name: "GET /v2/cups: 404",
          count: 1,
          findings: [{ oracle: "request", message: "the document has no such path" }],
        },
      ],
      passed: [{ name: "getTea: 200", count: 2, findings: [] }],
      elsewhere: [],
      coverage: [
        { kind: "operation", goals: 3, covered: 1, holes: 0 },
        { kind: "status", goals: 6, covered: 1, holes: 0 },
      ],
      neverSeen: [
        "operation listTeas",
        "operation keepTea",
        "status listTeas 200",
        "status listTeas default",
        "status getTea 4XX",
        "status keepTea 204",
        "status keepTea 422",
      ],
      lost: [],
      unlisted: 0,
    });
    const page = await readFile(join(String(reports[0]), "proxy-report.md"), "utf8");
    expect(page).toContain("## Never seen\n\n- operation listTeas\n");
  });

  it("lets what is left out pass, and holds nothing against it", async () => {
    const running = await startProxy(await answering(200, { "content-type": "text/plain" }, "no tea"), [
      ...["--without", "operation:getTea"],
    ]);
    await fetch(`${running.url}/teas/1`);
    await fetch(`${running.url}/teas`);
    await running.shows(/\/teas 200/);
    const { code, stdout } = await running.stop();
    expect(stdout).toMatch(/^· GET \/v2\/teas\/1 200 {2}\(getTea\)\n {2}it is left out, and was not held$/m);
    expect(stdout).toMatch(/^✗ GET \/v2\/teas 200 {2}\(listTeas\)$/m);
    expect([code, stdout]).toEqual([1, expect.stringContaining(": 1 exchanges, 0 as documented, 1 not")]);
    expect(stdout).not.toContain("never seen: operation getTea");
  });

  it("stops by itself, and takes a run in which nothing passed for none", async () => {
    const running = await startProxy(await mockOfTea(), ["--for", "1"]);
    await running.shows(/0 exchanges, 0 as documented, 0 not/);
    expect((await running.stop()).code).toBe(1);
  });

  it("says when a port is taken, and when a document cannot be read, and ends with 1", async () => {
    const url = await mockOfTea();
    const { port } = new URL(url);
    const taken = openTerminal();
    expect(await proxy(["tea.yaml", "--server", "http://127.0.0.1:9", "--port", port], taken.io)).toBe(1);
    expect(taken.written.stderr).toContain(`port ${port} is taken`);
    const missing = openTerminal();
    expect(await proxy(["no-such-file.yaml", "--server", url], missing.io)).toBe(1);
    expect(missing.written.stderr).toContain("no-such-file.yaml");
  });

  it.each([
    [["--server", "http://127.0.0.1:9"], "no document is named"],
    [["tea.yaml"], "name the --server"],
    [["tea.yaml", "--server", "tea"], "--server takes a URL"],
    [["tea.yaml", "--server", "http://ann:canary@tea"], "--server takes no user and no password"],
    [["tea.yaml", "--server", "http://tea/?key=canary"], "--server takes a URL without a query"],
    [["tea.yaml", "--server", "http://tea", "--for", "ever"], "--for takes a number"],
    [["tea.yaml", "--server", "http://tea", "--prot", "1"], "--prot"],
  ])("explains wrong usage and ends with 2: %s", async (args, message) => {
    const { io, written } = openTerminal();
    expect(await proxy(args, io)).toBe(2);
    expect(written.stderr).toContain(message);
    expect(written.stderr).toContain("See facsimile proxy --help.");
    expect(written.stderr).not.toContain("canary");
  });
});
