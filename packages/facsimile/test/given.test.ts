import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outcome, facsimile as runCommand, runIn } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
servers: [{ url: "https://tea.example" }]
paths:
  /teas: { get: { operationId: listTeas, responses: { "200": { description: T., content: { text/plain: { schema: { type: string }, example: oolong } } } } } }
`;

let folder: string;
let server: Server;
let url: string;
let served: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-given-"));
  served = document;
  server = createServer((request, response) => {
    if (request.url?.split("?")[0] === "/v1/openapi.yaml") response.end(served);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens at a port has such an address.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/openapi.yaml`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const facsimile = (...args: readonly string[]): Promise<Outcome> => runIn(folder, args);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

async function* piped(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text.slice(0, 9));
  yield Buffer.from(text.slice(9));
}
const pipe = (text: string, ...args: readonly string[]): Promise<Outcome> =>
  runIn(folder, args, { stdin: piped(text) });

describe("a document at a URL", () => {
  it("has its reference written, and so has one from standard input", async () => {
    expect(await facsimile("reference", url, "--out", "pages")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^pages: written/),
    });
    expect(await pipe(document, "reference", "-", "--out", "piped")).toMatchObject({ code: 0 });
    expect(read("piped/README.md")).toContain("Tea");
  });

  it("is named without what its query has for a credential", async () => {
    const { err, out } = await facsimile(
      "generate",
      `${url}?v=2&access_token=hunter2&X-Amz-Signature=abc&key=k-1`,
      "--out",
      "tea",
    );
    expect(err).toContain("?v=2&access_token=…&X-Amz-Signature=…&key=…: is in no file");
    expect(err).toContain("facsimile fetch 'http");
    expect(err + out).not.toMatch(/hunter2|abc|k-1/);
    const fetched = await facsimile("fetch", `${url}?token=hunter2`, "--to", "tea.yaml");
    expect(fetched.err).not.toContain("hunter2");
    // A fragment is not sent: the document is the same.
    expect((await facsimile("generate", `${url}#/paths`, "--out", "tea")).err).toContain(`${url}: is in no file`);
  });

  it.each("Key code OTP pin pwd pass passphrase userPassphrase passcode client_assertion".split(" "))(
    "is named without the value of %s, and with those of names that are only like it",
    async (name) => {
      const { err } = await facsimile("generate", `${url}?${name}=hunter2&zipcodes=1&keys=2&v=3`, "--out", "tea");
      expect(err).toContain(`${url}?${name}=…&zipcodes=1&keys=2&v=3: is in no file`);
      expect(err).not.toContain("hunter2");
    },
  );

  it("is generated from, and what does not repeat is said", async () => {
    const first = await facsimile("generate", url, "--client-name", "Kettle");
    expect([first.code, first.err.split("\n")]).toEqual([
      0,
      [
        expect.stringMatching(
          /^http.*: read as it is now \(sha256-.{44}\)\. The same comes again of a copy: facsimile fetch http/,
        ),
        `${url}: is in no file, so that its package has no contract test; with --document it carries what that reads`,
        "",
      ],
    ]);
    expect(read("v1/src/index.ts")).toContain("createKettle");
    expect(existsSync(join(folder, "v1/test"))).toBe(false);
    expect(JSON.parse(read("v1/package.json")).scripts).not.toHaveProperty("contract");
    served = document.replace("listTeas", "allTeas");
    expect((await facsimile("generate", url, "--client-name", "Kettle", "--check")).code).toBe(1);
  });

  it("is held in the package that carries it, with what was left out of it", async () => {
    expect((await facsimile("generate", url, "--document", "--only", "path:/teas")).code).toBe(0);
    const test = read("v1/test/contract.test.ts");
    for (const line of ['document: new URL("../openapi.json", import.meta.url),', 'only: ["path:/teas"],'])
      expect(test).toContain(line);
  });

  it("has to be what its digest says, and is wrong with its URL", async () => {
    const wrong = await facsimile("generate", url, "--integrity", `sha256-${"A".repeat(43)}=`, "--out", "tea");
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining(`${url} error file-unreadable`)]);
    const [digest = ""] = /sha256-[A-Za-z0-9+/=]{44}(?=\.)/.exec(wrong.err) ?? [];
    const right = await facsimile("generate", url, "--integrity", digest, "--out", "tea");
    expect([right.code, right.err.includes("read as it is now")]).toEqual([0, false]);
    served = document.replace("operationId: listTeas, ", 'parameters: [{ $ref: "./other.yaml" }], ');
    const { err } = await facsimile("generate", url, "--out", "tea");
    expect(err).toContain(`${url}:5:`);
    expect(err).toContain('The reference "./other.yaml" leads to another file, and the document is in none');
    const gone = await facsimile("generate", `${url}x`, "--out", "tea");
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining("It answers with 404.")]);
  });

  it("costs no other document of the same command", async () => {
    writeFileSync(join(folder, "tea.yaml"), document);
    const { code, out } = await facsimile("generate", `${url}x`, "tea.yaml", "--out", "p/*", "--all");
    expect([code, out]).toEqual([1, expect.stringContaining("tea (p/tea): written")]);
  });

  it("stands in the configuration with its digest, or not at all", async () => {
    const config = (more: string): void =>
      writeFileSync(join(folder, "facsimile.config.yaml"), `documents: [{ document: "${url}", out: tea${more} }]\n`);
    config("");
    const refused = await facsimile("generate");
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("may be another thing tomorrow")]);
    config(', integrity: "sha256-wrong"');
    const { err } = await facsimile("generate");
    config(`, integrity: "${/sha256-[A-Za-z0-9+/=]{44}(?=\.)/.exec(err)?.[0]}"`);
    expect((await facsimile("generate")).code).toBe(0);
    expect((await facsimile("diff")).err).toContain("is in no revision, and compared with nothing");
  });

  it("is asked for anew where the server has closed the connection meanwhile", async () => {
    const asked = new WeakSet<object>();
    server.prependListener("request", ({ socket }) => {
      if (asked.has(socket)) socket.destroy();
      asked.add(socket);
    });
    for (const out of ["one", "two", "three"])
      expect(await facsimile("reference", url, "--out", out)).toMatchObject({ code: 0 });
  });

  it("is served, and compared", async () => {
    const { io, shows, stop } = openTerminal();
    const ended = runCommand("mock", [url], { ...io, cwd: folder });
    await shows(/Tea \(http:.*openapi\.yaml\) at/);
    stop();
    expect(await ended).toBe(0);
    const next = document.replace("/teas:", "/cups:");
    const { code, out } = await pipe(next, "diff", url, "-");
    expect([code, out]).toEqual([1, expect.stringContaining(`${url}:5:`)]);
  });

  it("is compared where each edition is what its digest says", async () => {
    const next = document.replace("/teas:", "/cups:");
    const { err } = await pipe(next, "diff", url, "-");
    const [own = "", other = ""] = err.match(/sha256-[A-Za-z0-9+/=]{44}/g) ?? [];
    const pinned = (...digests: readonly string[]): ReturnType<typeof pipe> =>
      pipe(next, "diff", url, "-", ...digests.flatMap((digest) => ["--integrity", digest]));
    expect(await pinned(own, other)).toMatchObject({ code: 1, err: "" });
    const swapped = await pinned(other, own);
    expect([swapped.code, swapped.err]).toEqual([2, expect.stringContaining(`its digest is ${own}`)]);
    expect(await pinned(own)).toMatchObject({ code: 2, err: expect.stringContaining("one for each of them") });
  });
});

describe("a document from standard input", () => {
  it("is generated from, and called so", async () => {
    expect(await pipe(document, "generate", "-", "--out", "tea")).toMatchObject({ code: 0 });
    expect(read("tea/README.md")).toContain("listTeas");
    const { code, err } = await pipe(document.replace("paths:", "pats:"), "generate", "-", "--out", "tea");
    expect([code, err]).toEqual([1, expect.stringContaining("<stdin>:1:1 error paths-missing")]);
  });
});
