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
import { openWorkbench } from "./workbench.js";

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
  expect(findUnwired(into, "kites")).toEqual([]);
  expect(read("README.md")).toContain("| [`@facsimile/kites`](packages/kites) | Kites | 1 |");
  expect(read(".changeset", "first-kites.md")).toContain('"@facsimile/kites": minor');
  expect(read("facsimile.config.yaml")).toContain(`  - document: specs/kites/openapi.yaml\n    from: "${url}"\n`);
});

it("takes no part of a document, no provider of pages, and nothing that is not there", patience, async () => {
  const document = fileOf("boats.yaml");
  const copy = async (text: string): Promise<unknown> => {
    writeFileSync(document, text);
    return fromDocument.document(await openWorkbench({ name: "boats", whole: false, into, document }));
  };
  const part = "openapi: 3.1.0\ninfo: { title: Boats, version: '1' }\npaths: { /b: { $ref: other.yaml } }\n";
  await expect(copy(part)).rejects.toThrow(/boats\.yaml refers to .*other\.yaml: /);
  await expect(copy("a: [")).rejects.toThrow(/boats\.yaml:1:5 error/);
  mkdirSync(fileOf("specs", "boats"), { recursive: true });
  for (const file of ["openapi.yaml", "evidence.json"]) writeFileSync(fileOf("specs", "boats", file), "");
  await expect(copy(part)).rejects.toThrow("specs/boats was made of pages: choose another name.");
  const gone = { code: 2, err: expect.stringContaining("none.yaml is not there") };
  expect(await add(fileOf("none.yaml"))).toMatchObject(gone);
});
