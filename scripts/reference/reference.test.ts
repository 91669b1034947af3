import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ExampleRequest, writeReference } from "@facsimile/codegen";
import { exampleRequests } from "@facsimile/contract";
import { type Api, operationServers } from "@facsimile/document";
import { type RecordingMockServer, readDocument, startMockServer } from "@facsimile/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileSamples } from "../guide/reader-folder.js";
import { declareTexts } from "../markdown-samples.js";
import { listDocumented, root, specOf, workspaceOf } from "../repository.js";
import { run } from "../run.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-reference-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Shown {
  readonly provider: string;
  readonly api: Api;
  readonly requests: ReadonlyMap<unknown, ExampleRequest>;
  /** The pages of operations. */
  readonly pages: ReadonlyMap<string, string>;
}

let all: readonly Shown[];
beforeAll(async () => {
  all = await Promise.all(listDocumented().map(writeProvider));
});

async function writeProvider(provider: string): Promise<Shown> {
  const { document, api } = await readDocument(path.join(root, specOf(provider)));
  const requests = exampleRequests(document, api);
  const own = path.join(folder, provider);
  const task = { packageName: workspaceOf(provider), requests, folder: own, check: false };
  const changes = await writeReference(api, document, task);
  const paths = changes.map((change) => change.path).filter((file) => file.startsWith("operations/"));
  return {
    provider,
    api,
    requests,
    pages: new Map(paths.map((file) => [file, readFileSync(path.join(own, file), "utf8")])),
  };
}

function blocksOf(page: string, language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, block = ""]) => block);
}

describe("the reference of a provider", () => {
  it("has a valid request for each operation", () => {
    expect(all.flatMap(({ api, requests }) => api.operations.filter((one) => !requests.has(one)))).toEqual([]);
  });

  it("has calls that compile", async () => {
    const samples = path.join(folder, "samples");
    await run("mkdir", ["-p", samples]);
    symlinkSync(path.join(root, "node_modules"), path.join(samples, "node_modules"), "junction");
    writeFileSync(path.join(samples, "package.json"), '{"private":true,"type":"module"}');
    writeFileSync(path.join(samples, "given.d.ts"), declareTexts(["apiKey", "token", "username", "password"]));
    for (const { provider, pages } of all) {
      for (const [file, page] of pages) {
        const text = blocksOf(page, "ts").join("\n");
        writeFileSync(path.join(samples, `${provider}-${path.basename(file, ".md")}.ts`), text);
      }
    }
    expect(await compileSamples(samples, { lib: ["es2023", "dom"], types: [], skipLibCheck: true })).toBe("");
  });

  it("has the same with curl, which a mock server answers as the document says", async () => {
    for (const { provider, api, pages } of all) {
      const server = await startMockServer(path.join(root, specOf(provider)));
      try {
        const sent = await sendAll(server, api, [...pages.values()]);
        const expected = api.operations.map(({ method, path: template }) => `${method.toUpperCase()} ${template} ok`);
        expect({ provider, sent }).toEqual({ provider, sent: expected });
      } finally {
        await server.close();
      }
    }
  });
});

/** Runs the commands one after another in one shell, at a mock server in the place of the server that they name. */
async function sendAll(server: RecordingMockServer, api: Api, pages: readonly string[]): Promise<readonly string[]> {
  const base = operationServers(api).base;
  const place = (base?.variables ?? []).reduce(
    (url, variable) => url.replace(`{${variable.name}}`, variable.default),
    base?.url ?? "",
  );
  const commands = pages.flatMap((page) => blocksOf(page, "sh"));
  const script = commands.map((command) => command.replace(place.replace(/\/$/, ""), server.url)).join("");
  const given = { API_KEY: "key", API_TOKEN: "token", API_USER: "ann", API_PASSWORD: "secret" };
  const { code, output } = await run("sh", ["-e", "-c", script.replaceAll(/^curl /gm, "curl --silent --fail ")], given);
  if (code !== 0) throw new Error(output);
  return server.exchanges.map(({ request, operation, answer, violations }) => {
    const outcome = violations.length === 0 && answer.status < 300 ? "ok" : JSON.stringify([answer.status, violations]);
    return `${request.method} ${operation?.path} ${outcome}`;
  });
}
