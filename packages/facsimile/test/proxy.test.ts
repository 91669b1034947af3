import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
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
