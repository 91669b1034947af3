import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileSamples } from "../guide/reader-folder.js";
import { root } from "../repository.js";
import { documentPath, type Given, runPrograms, writePrograms } from "./programs.js";
import { readPage } from "./read-page.js";
import { startServers } from "./servers.js";

const guides = path.join(root, "docs", "guides");
const index = readFileSync(path.join(guides, "README.md"), "utf8");
const names = readdirSync(guides).filter((name) => name !== "README.md");
const texts = names.map((name) => [path.parse(name).name, readFileSync(path.join(guides, name), "utf8")] as const);
// Those that show commands alone are tried elsewhere.
const pages = texts.filter(([, text]) => text.includes("```ts")).map(([name, text]) => readPage(text, name));
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

  it.each(names)("%s is in the index", (name) => {
    expect(index).toContain(`](${name})`);
  });
});
