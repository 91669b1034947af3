import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { listen } from "../listen.js";
import { root } from "../repository.js";
import { fromDocument } from "./from-document.js";
import { findUnwired } from "./wiring.js";
import { type DocumentOrder, openWorkbench } from "./workbench.js";

const into = mkdtempSync(path.join(tmpdir(), "facsimile-add-"));
afterAll(() => rmSync(into, { recursive: true }));

const fileOf = (...parts: readonly string[]): string => path.join(into, ...parts);
const read = (...parts: readonly string[]): string => readFileSync(fileOf(...parts), "utf8");

interface Ended {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

function add(...args: readonly string[]): Promise<Ended> {
  const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const script = path.join(root, "scripts", "provider.ts");
  return new Promise((resolve) => {
    execFile(process.execPath, [tsx, script, ...args, "--into", into], (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

const kites = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Kites", version: "1" },
  servers: [{ url: "https://kites.example.com" }],
  paths: {
    "/kites/{id}": {
      get: {
        operationId: "getKite",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          200: {
            description: "The kite.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Kite" } } },
          },
        },
      },
    },
  },
  components: { schemas: { Kite: { type: "object", required: ["tail"], properties: { tail: { type: "number" } } } } },
});

const patience = { timeout: 60_000 };

it("makes all of a provider of a document that is published, whose copy can be fetched again", patience, async () => {
  for (const file of ["turbo.json", "README.md"]) cpSync(path.join(root, file), fileOf(file));
  for (const folder of ["api", ".changeset"]) mkdirSync(fileOf(folder));
  const publisher = await listen(createServer((_, response) => response.end(kites)));
  const url = `${publisher.url}/kites.json`;
  const { code, out, err } = await add(url).finally(publisher.close);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/✓ hold the package against the document .* \d+ cases, 0 failed/);
  expect(out).toMatch(/^kites: 1 operations, as documented, its entry is in facsimile\.config\.yaml$/m);
  expect(readdirSync(fileOf("specs", "kites"))).toEqual(["openapi.yaml"]);
  expect(read("specs", "kites", "openapi.yaml")).toBe(kites);
  expect(existsSync(fileOf("packages", "kites", "dist", "index.js"))).toBe(true);
  expect(await findUnwired(into, "kites")).toEqual([]);
  expect(read("README.md")).toContain("| [`@facsimile/kites`](packages/kites) | Kites | 1 |");
  expect(read(".changeset", "first-kites.md")).toContain('"@facsimile/kites": minor');
  expect(read("facsimile.config.yaml")).toContain(`  - document: specs/kites/openapi.yaml\n    from: "${url}"\n`);
});

it(
  "keeps its entry as people have written it, takes the overlay that it names, and has its contract depend on that",
  patience,
  async () => {
    const entry = read("facsimile.config.yaml")
      .replaceAll(/^ {2}/gm, "")
      .replace("- document: ", '- document: "./')
      .replace("openapi.yaml", 'openapi.yaml"');
    writeFileSync(
      fileOf("facsimile.config.yaml"),
      `${entry}  overlays: [specs/kites/mend.yaml]\n`.replaceAll("\n", "\r\n"),
    );
    const before = read("facsimile.config.yaml");
    const action = { target: "$.info", update: { title: "Mended kites" } };
    writeFileSync(
      fileOf("specs", "kites", "mend.yaml"),
      JSON.stringify({ overlay: "1.0.0", info: { title: "Mend", version: "1" }, actions: [action] }),
    );
    writeFileSync(fileOf("kites.json"), kites);
    expect(await add(fileOf("kites.json"))).toMatchObject({ code: 0, err: "" });
    expect(read("facsimile.config.yaml")).toBe(before);
    expect(read("packages", "kites", "README.md")).toContain("Mended kites");
    expect(JSON.parse(read("turbo.json")).tasks["@facsimile/kites#contract"].inputs).toContain(
      "$TURBO_ROOT$/specs/kites/mend.yaml",
    );
    expect(await findUnwired(into, "kites")).toEqual([]);
  },
);

const part = "openapi: 3.1.0\ninfo: { title: Boats, version: '1' }\npaths: { /b: { $ref: other.yaml } }\n";
const boats = (document: URL | string): DocumentOrder => ({ name: "boats", whole: false, into, document });
const addDocument = async (document: URL | string): Promise<unknown> =>
  fromDocument.document(await openWorkbench(boats(document)));

it("takes no part of a document, wherever it is, and nothing that is not there", patience, async () => {
  const document = fileOf("boats.yaml");
  writeFileSync(document, part);
  const refused = /boats\.yaml:3:\d+ refers to another file/;
  await expect(addDocument(document)).rejects.toThrow(refused);
  const publisher = await listen(createServer((_, response) => response.end(part)));
  await expect(addDocument(new URL(`${publisher.url}/boats.yaml`)).finally(publisher.close)).rejects.toThrow(refused);
  writeFileSync(document, "a: [");
  await expect(addDocument(document)).rejects.toThrow(/boats\.yaml:1:5 error/);
  const gone = { code: 2, err: expect.stringContaining("none.yaml is not there") };
  expect(await add(fileOf("none.yaml"))).toMatchObject(gone);
});

it("puts nothing into its place where its entry cannot be written", patience, async () => {
  writeFileSync(fileOf("terns.json"), kites);
  writeFileSync(fileOf("facsimile.config.yaml"), "documents: [{ document: specs/kites/openapi.yaml }]\n");
  const { code, err } = await add(fileOf("terns.json"));
  expect([code, err]).toEqual([1, expect.stringContaining("  - document: specs/terns/openapi.yaml\n")]);
  for (const folder of ["specs", "packages"]) expect(readdirSync(fileOf(folder))).toEqual(["kites"]);
  expect(read("turbo.json")).not.toContain("terns");
});

it("takes no document for one that is written here, and no pages for one that is published", patience, async () => {
  mkdirSync(fileOf("specs", "boats"), { recursive: true });
  writeFileSync(fileOf("specs", "boats", "openapi.yaml"), part);
  await expect(openWorkbench(boats("boats.yaml"))).rejects.toThrow(
    "specs/boats/openapi.yaml is written here, for facsimile.config.yaml does not name it: choose another name.",
  );
  const pages = { docs: into, source: undefined, keepGoing: false, whole: false, into };
  expect((await openWorkbench({ ...pages, name: "boats" })).kept).toContain("specs/boats/openapi.yaml");
  await expect(openWorkbench({ ...pages, name: "kites" })).rejects.toThrow(
    "specs/kites/openapi.yaml is a copy of a document that is published, as facsimile.config.yaml says: choose another name.",
  );
});
