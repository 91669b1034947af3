import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CommandIo } from "../src/command.js";
import { facsimile } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

function mock(args: readonly string[], io: CommandIo): Promise<number> {
  return facsimile("mock", args, io);
}

describe("facsimile mock", () => {
  it("says where each document is served, answers, and stops when it is told to", async () => {
    const { io, stop, shows, written } = openTerminal();
    const running = mock(["tea.yaml", "tea.yaml"], io);
    await shows(/Press Ctrl-C/);
    const urls = [...written.stdout.matchAll(/^Tea \(tea\.yaml\) at (http:\S+)$/gm)].map(([, url]) => url);
    expect(urls).toHaveLength(2);
    expect(written.stdout).toContain("  getTea    GET    /teas/{name}\n");
    const answer = await fetch(`${urls[1]}/teas/oolong?secret=1`, { headers: { "X-Key": "k" } });
    expect(answer.status).toBe(200);
    await shows(/^GET \/v2\/teas\/oolong 200 {2}\(getTea\)$/m);
    expect(written.stdout).not.toContain("secret");
    stop();
    expect(await running).toBe(0);
    await expect(fetch(String(urls[0]))).rejects.toThrow();
  });

  it("writes a line of JSON for what happens, with a mark in place of what is secret", async () => {
    const { io, stop, shows, written } = openTerminal();
    const running = mock(["tea.yaml", "--log", "json"], io);
    const [, url] = await shows(/"url":"(http:[^"]+)"/);
    await fetch(`${url}/teas?page=x`, { headers: { "X-Key": "k" } });
    await fetch(`${url}/teas/sk_live12345678`);
    await shows(/401/);
    stop();
    expect(await running).toBe(0);
    const lines = written.stdout.trimEnd().split("\n");
    const [served, asked, refused] = lines.map((line) => JSON.parse(line));
    const line = { time: expect.stringMatching(/^\d{4}-.*Z$/), document: "tea.yaml" };
    expect(served).toEqual({ event: "served", ...line, title: "Tea", url, operations: expect.any(Number) });
    const request = { event: "request", ...line, method: "GET", operationId: "getTea", ms: expect.any(Number) };
    expect(asked).toEqual({
      ...request,
      operationId: "listTeas",
      path: "/v2/teas",
      status: 422,
      findings: [expect.any(String)],
    });
    expect(refused).toMatchObject({ ...request, path: "/v2/teas/•••", status: 401 });
  });

  it("serves the document that an installed package carries", async () => {
    const { io, stop, shows } = openTerminal();
    const running = mock(["@facsimile/sendauth"], io);
    const [, title] = await shows(/^(.*) \(@facsimile\/sendauth\) at http/m);
    expect(title).toContain("SendAuth");
    stop();
    expect(await running).toBe(0);
  });

  it("serves a document anew when it changes, and the old one while it is broken", async () => {
    const folder = await mkdtemp(join(tmpdir(), "watched-"));
    const save = (text: string): Promise<void> => writeFile(join(folder, "tea.json"), text);
    const tea = (name: string): string => {
      const responses = { 200: { description: "It.", content: { "application/json": { example: name } } } };
      const paths = { "/tea": { get: { operationId: name, responses } } };
      return JSON.stringify({ openapi: "3.1.0", info: { title: name, version: "1" }, paths });
    };
    await save(tea("green"));
    const { io, stop, shows, written } = openTerminal();
    const running = mock(["tea.json", "--watch"], { ...io, cwd: folder });
    const [, url] = await shows(/ at (http:\S+)/);
    await shows(/Ctrl-C/);
    const drink = async (): Promise<unknown> => (await fetch(`${url}/tea`)).json();
    expect(await drink()).toBe("green");
    await save("{");
    await expect.poll(() => written.stderr, { timeout: 20_000 }).toContain("tea.json is served as it was before.");
    expect(written.stderr).toMatch(/tea\.json:1:\d+/);
    expect(await drink()).toBe("green");
    await save(tea("black"));
    await shows(/^black \(tea\.json\) at/m);
    expect(await drink()).toBe("black");
    stop();
    expect(await running).toBe(0);
    await rm(folder, { recursive: true });
  });

  it("prints the findings of a document that cannot be served, and ends with 1", async () => {
    const { io, written } = openTerminal();
    expect(await mock(["no-such-file.yaml"], io)).toBe(1);
    expect(written.stderr).toContain("no-such-file.yaml");
    expect(written.stderr).not.toMatch(/^\s+at .*\.[jt]s:/m);
  });

  it("shows nothing of a hostile document that moves a cursor or turns the direction of writing", async () => {
    const hostile = "\u001b[2Jx\u202e\u2066\u0007";
    const folder = await mkdtemp(join(tmpdir(), "hostile-"));
    const file = join(folder, "hostile.json");
    const get = { operationId: hostile, responses: { 200: { description: "It." } } };
    await writeFile(
      file,
      JSON.stringify({ openapi: "3.1.0", info: { title: hostile, version: "1" }, paths: { "/a": { get } } }),
    );
    const { io, stop, shows, written } = openTerminal();
    const running = mock([file], io);
    const [, url] = await shows(/ at (http:\S+)/);
    await fetch(`${url}/a`);
    await shows(/^GET \/a 200/m);
    stop();
    await running;
    await rm(folder, { recursive: true });
    expect(written.stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it("says when a port is taken, and ends with 1", async () => {
    const { io, stop, shows } = openTerminal();
    const running = mock(["tea.yaml"], io);
    const [, port] = await shows(/127\.0\.0\.1:(\d+)/);
    const second = openTerminal();
    expect(await mock(["tea.yaml", "--port", String(port)], second.io)).toBe(1);
    expect(second.written.stderr).toBe(
      `facsimile mock: port ${port} is taken; choose another with --port, or leave it out.\n`,
    );
    stop();
    await running;
  });

  it.each([
    [[], "no document is named"],
    [["tea.yaml", "--port", "tea"], "--port takes a number"],
    [["--prot", "1"], "--prot"],
    [["tea.yaml", "--log", "xml"], "--log takes text or json"],
    [["tea.yaml", "--cors", "app.test"], "--cors takes an origin"],
    [["tea.yaml", "--cors", "off,*"], "--cors takes an origin"],
    [["tea.yaml", "--allow-host", "http://a"], "--allow-host takes the name of a host"],
  ])("explains wrong usage and ends with 2: %s", async (args, message) => {
    const { io, written } = openTerminal();
    expect(await mock(args, io)).toBe(2);
    expect(written.stderr).toContain(message);
    expect(written.stderr).toContain("See facsimile mock --help.");
  });
});
