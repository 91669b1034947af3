import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstDocument } from "../src/init/document.js";
import { type Outcome, runIn } from "./run-facsimile.js";

let folder: string;
let server: Server;
let url: string;
let served: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-add-test-"));
  served = firstDocument;
  server = createServer((_, response) => response.end(served));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens at a port has such an address.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notes.yaml`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const add = (...args: readonly string[]): Promise<Outcome> => runIn(folder, ["add", ...args]);
const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const configuration = "facsimile.config.yaml";
const part = firstDocument.replace('"#/components/schemas/Note"', "note.yaml");

describe("facsimile add", () => {
  it("adds a document to the configuration, and generates its package", async () => {
    write("package.json", JSON.stringify({ name: "@acme/shop", workspaces: ["packages/*"] }));
    write("notes.yaml", firstDocument);
    write("specs/users.yaml", firstDocument);
    const { code, out, err } = await add("notes.yaml");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^ {2}\+ facsimile\.config\.yaml: written, an entry of notes\.yaml\n@acme\/notes-client /);
    expect(await add("specs/users.yaml", "--raw", "--name", "@acme/users")).toMatchObject({ code: 0, err: "" });
    expect(read(configuration)).toMatch(
      /^# yaml-language-server: .*\ndocuments:\n {2}- document: notes\.yaml\n {4}out: packages\/notes\n {4}name: "@acme\/notes-client"\n {2}- document: specs\/users\.yaml\n {4}out: packages\/users\n {4}name: "@acme\/users"\n {4}raw: true\n$/,
    );
    expect(existsSync(join(folder, "packages/users/src/raw.ts"))).toBe(true);
    expect(await runIn(folder, ["generate", "--check"])).toMatchObject({ code: 0 });
  });

  it("copies what a URL has, says from where in the entry, and refreshes the copy", async () => {
    const first = await add(url, "--to", "vendor/notes.yaml");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toContain(`  + vendor/notes.yaml: written, a copy of ${url}\n`);
    expect(read("vendor/notes.yaml")).toBe(served);
    expect(read(configuration)).toContain(`  - document: vendor/notes.yaml\n    from: "${url}"\n    out: client\n`);
    const before = read(configuration);
    served = firstDocument.replace("getNote", "readNote");
    const { out } = await add(url, "--to", "./vendor/notes.yaml");
    expect(out).toContain(`  = ${configuration}: left, it has an entry of vendor/notes.yaml\n`);
    expect([read("vendor/notes.yaml"), read(configuration)]).toEqual([served, before]);
    expect(read("client/src/generated/operations/notes.ts")).toContain("readNote");
    expect((await add(url, "--to", "vendor/notes.yaml")).out).toContain(
      "  = vendor/notes.yaml: left, it is the same\n",
    );
  });

  it("leaves an address with a query out of the entry: it may have a key", async () => {
    const { code, out } = await add(`${url}?token=canary`, "--to", "notes.yaml");
    expect([code, out.includes("canary")]).toEqual([0, false]);
    expect(read(configuration)).not.toContain("from");
  });

  it.each([
    ["what a URL has", () => [url, "--to", "copy.yaml"]],
    ["a file", () => ["part.yaml", "--to", "copy.yaml"]],
  ])("takes no part of a document for a copy of %s", async (_, args) => {
    served = part;
    write("part.yaml", part);
    write("note.yaml", "type: object\n");
    const { code, err } = await add(...args());
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/(?:notes|part)\.yaml:\d+:\d+ refers to another file, .* bundle it first/),
    ]);
    expect([existsSync(join(folder, "copy.yaml")), existsSync(join(folder, configuration))]).toEqual([false, false]);
    // A file that is taken where it is has the others beside it.
    expect(await add("part.yaml")).toMatchObject({ code: 0 });
  });

  it.each([
    [["none.yaml"], /none\.yaml is not there\n/],
    [["none.yaml", "--to", "copy.yaml"], /none\.yaml is not there\n/],
    [["packages", "--to", "copy.yaml"], /packages is a folder/],
    [["ftp://a.example/b", "--to", "copy.yaml"], /is not there/],
    [["http://a.example/b", "--to", "copy.yaml"], /one URL of https/],
    [["https://a.example/b"], /name it with --to/],
    [[], /name one document/],
    [["notes.yaml", "--out", "packages/tea"], /packages\/tea is the folder of another package/],
    [["notes.yaml", "--to", "tea.yaml"], undefined],
    [["notes.yaml", "--to", "mine.txt"], /mine\.txt is there and no copy/],
  ])("refuses %j, or overwrites a copy of its own alone", async (args, message) => {
    mkdirSync(join(folder, "packages"));
    write("notes.yaml", firstDocument);
    write("tea.yaml", "other: 1\n");
    write("mine.txt", "mine");
    const config = "documents:\n  - document: tea.yaml\n    out: packages/tea\n";
    write(configuration, config);
    const { code, err } = await add(...args);
    expect({ code, err }).toEqual(
      message === undefined ? { code: 0, err: "" } : { code: 2, err: expect.stringMatching(message) },
    );
    expect([read(configuration), read("mine.txt")]).toEqual([config, "mine"]);
  });

  it("makes nothing of what is no OpenAPI document", async () => {
    served = "a: [";
    const { code, err } = await add(url, "--to", "notes.yaml");
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/is no OpenAPI document\. Nothing was written\.\n.*:1:5 error/),
    ]);
    expect(existsSync(join(folder, "notes.yaml"))).toBe(false);
  });
});
