import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstDocument } from "../src/init/document.js";
import { type Outcome, runIn } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

let folder: string;
let server: Server;
let url: string;
/** What the server answers. */
let note: object;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-quiet-"));
  writeFileSync(join(folder, "notes.yaml"), firstDocument);
  note = { id: "n1", text: "Bread" };
  server = createServer((request, response) => {
    if (!request.url?.startsWith("/notes/")) response.writeHead(404).end();
    else response.setHeader("content-type", "application/json").end(JSON.stringify(note));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens at a port has such an address.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

describe("--quiet", () => {
  it("leaves contract what a server answers wrongly", async () => {
    const hold = (): Promise<Outcome> => runIn(folder, ["contract", "notes.yaml", "--server", url, "--quiet"]);
    expect(await hold()).toEqual({ code: 0, out: "", err: "" });
    note = { id: 1 };
    expect(await hold()).toMatchObject({ code: 1, out: expect.stringMatching(/^✗ getNote/m) });
  });

  it("leaves proxy its address and what passed wrongly", async () => {
    const { io, written, stop, shows } = openTerminal();
    const running = runIn(folder, ["proxy", "notes.yaml", "--server", url, "--quiet"], { ...io, cwd: folder });
    const [, at = ""] = await shows(/^Notes at (\S+), for \S+\n/);
    await (await fetch(`${at}/notes/n1`)).text();
    note = {};
    await (await fetch(`${at}/notes/n2`)).text();
    stop();
    expect((await running).code).toBe(1);
    const lines = written.stdout.trimEnd().split("\n").slice(1);
    expect(lines[0]).toBe("✗ GET /notes/n2 200  (getNote)");
    expect(lines.at(-1)).toMatch(/2 exchanges, 1 as documented, 1 not$/);
    expect(written.stdout).not.toMatch(/n1|never seen|Ctrl-C/);
  });
});
