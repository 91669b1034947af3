import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileSamples } from "../guide/reader-folder.js";
import { documentPath, type Given, runPrograms, writePrograms } from "./programs.js";
import { guides, hasPrograms, index } from "./read-guides.js";
import { readPage } from "./read-page.js";
import { startServers } from "./servers.js";

const pages = guides.filter(hasPrograms).map(({ text, name }) => readPage(text, name));
const programs = pages.flatMap((page) => page.programs);
const documents = pages.flatMap((page) => page.documents);
const outer = mkdtempSync(path.join(tmpdir(), "facsimile-guides-"));

let folder: string;
let printed: Readonly<Record<string, readonly (readonly string[])[]>>;

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const client = { clientId: "client-1", clientSecret: "secret-1", privateKey };
  const given: Given = { username: "ann", password: "correct horse", ...client };
  folder = await writePrograms(outer, programs, documents, { ...given, proxyUrl: "" });
  const servers = await startServers(documents.map((document) => documentPath(outer, document)));
  try {
    printed = await runPrograms(folder, programs, { ...given, proxyUrl: servers.proxyUrl }, servers);
  } finally {
    await servers.close();
  }
});

afterAll(() => rmSync(outer, { recursive: true }));

describe("the guides", () => {
  it("compile", async () => {
    const sources = documents.map(({ packageName }) => [packageName, [`./node_modules/${packageName}/src/index.ts`]]);
    // The declarations of packages are compiled elsewhere.
    const options = { lib: ["es2022"], types: ["node"], skipLibCheck: true, paths: Object.fromEntries(sources) };
    expect(await compileSamples(folder, options)).toBe("");
  });

  it.each(programs)("$name prints what the page says", ({ name, parts }) => {
    expect(printed[name]).toEqual(parts.map(({ prints }) => prints));
  });

  it.each(guides)("$name is in the index", ({ name }) => {
    expect(index).toContain(`](${name}.md)`);
  });
});
