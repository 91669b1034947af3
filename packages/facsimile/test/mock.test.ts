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
    await shows(/^GET \/v2\/teas\/oolong 200 {2}\(\/teas\/\{name\}\)$/m);
    expect(written.stdout).not.toContain("secret");
    stop();
    expect(await running).toBe(0);
    await expect(fetch(String(urls[0]))).rejects.toThrow();
  });

  it("prints the findings of a document that cannot be served, and ends with 1", async () => {
    const { io, written } = openTerminal();
    expect(await mock(["no-such-file.yaml"], io)).toBe(1);
    expect(written.stderr).toContain("no-such-file.yaml");
    expect(written.stderr).not.toMatch(/^\s+at .*\.[jt]s:/m);
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
    [[], "name at least one"],
    [["tea.yaml", "--port", "tea"], "--port takes a number"],
    [["--prot", "1"], "--prot"],
  ])("explains wrong usage and ends with 2: %s", async (args, message) => {
    const { io, written } = openTerminal();
    expect(await mock(args, io)).toBe(2);
    expect(written.stderr).toContain(message);
    expect(written.stderr).toContain("See facsimile mock --help.");
  });
});
