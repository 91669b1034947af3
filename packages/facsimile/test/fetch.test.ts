import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outcome, runIn } from "./run-facsimile.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
paths:
  /teas: { get: { responses: { "204": { description: None. } } } }
`;

let folder: string;
let server: Server;
let url: string;
let served: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-fetch-test-"));
  served = document;
  server = createServer((request, response) => {
    const to = {
      "/once": "/tea.yaml",
      "/twice": "/once",
      "/away": "http://tea.example/",
      "/shell": "file:///etc/passwd",
    };
    const location = to[request.url as keyof typeof to];
    if (location !== undefined) response.writeHead(302, { location }).end();
    else if (request.url === "/tea.yaml") response.end(served);
    else response.writeHead(404).end();
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

const facsimile = (...args: readonly string[]): Promise<Outcome> => runIn(folder, ["fetch", ...args]);
const copy = (): string => readFileSync(join(folder, "vendor/tea.yaml"), "utf8");
const to = ["--to", "vendor/tea.yaml"] as const;

describe("facsimile fetch", () => {
  it("writes the copy, and says how it has changed since", async () => {
    const first = await facsimile(`${url}/once`, ...to);
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^vendor\/tea\.yaml: new \(sha256-.{44}\)\n$/) });
    expect(copy()).toBe(document);
    expect((await facsimile(`${url}/tea.yaml`, ...to)).out).toContain("unchanged");
    expect((await facsimile(`${url}/tea.yaml`, ...to, "--quiet")).out).toBe("");
    served = document.replace("/teas:", "/cups:");
    const checked = await facsimile(`${url}/tea.yaml`, ...to, "--check");
    expect([checked.code, copy()]).toEqual([1, document]);
    expect(checked.out).toMatch(/would be written[\s\S]*\/teas/);
    expect(await facsimile(`${url}/tea.yaml`, ...to)).toMatchObject({
      code: 0,
      out: expect.stringContaining("changed"),
    });
    expect(copy()).toBe(served);
  });

  it("reads from where in the configuration, and holds what comes against its digest", async () => {
    const config = (integrity: string): string =>
      `documents: [{ document: vendor/tea.yaml, from: "${url}/tea.yaml", integrity: "${integrity}" }]\n`;
    writeFileSync(join(folder, "facsimile.config.yaml"), config("sha256-wrong"));
    const refused = await facsimile();
    expect([refused.code, existsSync(join(folder, "vendor"))]).toEqual([1, false]);
    const [digest = ""] = /sha256-[A-Za-z0-9+/=]{44}/.exec(refused.err) ?? [];
    writeFileSync(join(folder, "facsimile.config.yaml"), config(digest));
    expect((await facsimile()).code).toBe(0);
    expect(copy()).toBe(document);
  });

  it.each([
    ["/nowhere", "answers with 404."],
    ["/twice", "leads on more than once."],
    ["/away", 'leads to "http://tea.example/", which is not followed.'],
    ["/shell", 'leads to "file:///etc/passwd", which is not followed.'],
  ])("replaces nothing by what comes from %s", async (path, told) => {
    const { code, err } = await facsimile(`${url}${path}`, ...to);
    expect([code, err]).toEqual([1, `${url}${path}: ${told}\n`]);
    expect(existsSync(join(folder, "vendor"))).toBe(false);
  });

  it("replaces nothing by what is no document", async () => {
    served = "<html>Sign in</html>";
    const { code, err } = await facsimile(`${url}/tea.yaml`, ...to);
    expect([code, err]).toEqual([1, expect.stringContaining(`${url}/tea.yaml:1:1 error document-not-object`)]);
    expect(existsSync(join(folder, "vendor"))).toBe(false);
  });

  it.each([
    [["http://tea.example/tea.yaml", "--to", "tea.yaml"], "name one URL of https"],
    [["https://ann:canary@tea.example/tea.yaml", "--to", "tea.yaml"], "without a user"],
    [["https://tea.example/tea.yaml"], "name the copy with --to"],
    [[], "no URL is named"],
    [["--to", "tea.yaml"], "go with a URL"],
  ])("explains wrong usage and ends with 2: %s", async (args, told) => {
    const { code, err } = await facsimile(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(told)]);
    expect(err).not.toContain("canary");
  });
});
