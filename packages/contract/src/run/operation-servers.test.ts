import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startMockServer } from "@facsimile/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage, serversDocument, type TestPackage } from "../../test/tea-package.js";
import { startProxy } from "../proxy/proxy.js";
import { holdPackage } from "./hold-package.js";

let shows: TestPackage;
beforeAll(async () => {
  shows = await buildPackage(serversDocument, "servers");
}, 120_000);
afterAll(() => shows.remove());

/** What is found in a package, a line each. */
async function findingsOf(folder: URL): Promise<readonly string[]> {
  const report = await holdPackage({ document: serversDocument, package: folder });
  return report.failed.flatMap(({ name, findings }) => findings.map(({ message }) => `${name}: ${message}`));
}

/** A copy of the package with a text replaced in one of its modules. */
async function changed(name: string, before: string, after: string): Promise<URL> {
  const folder = await mkdtemp(fileURLToPath(new URL("../changed-", shows.folder)));
  await cp(fileURLToPath(shows.folder), folder, { recursive: true });
  const file = `${folder}/dist/generated/${name}`;
  const text = await readFile(file, "utf8");
  expect(text).toContain(before);
  await writeFile(file, text.replaceAll(before, after));
  return pathToFileURL(`${folder}/`);
}

describe("operations with a server of their own", () => {
  it("are called at the path of that, with their credentials, and nothing is found", async () => {
    expect(await findingsOf(shows.folder)).toEqual([]);
  }, 120_000);

  it("are found where they go to the place of the others", async () => {
    const folder = await changed("operations/posters.js", 'server: "https://uploads.shows.example/files/v2/",', "");
    const found = await findingsOf(folder);
    await rm(folder, { recursive: true });
    expect(found.some((line) => /^putPoster.*path: expected .*"files","v2","posters"/.test(line))).toBe(true);
  }, 120_000);
});

describe("a mock server", () => {
  it("serves an operation under the path of its own server, and under the one of all others", async () => {
    const { url, exchanges, close } = await startMockServer(fileURLToPath(serversDocument));
    try {
      expect(new URL(url).pathname).toBe("/v1");
      const put = (path: string): Promise<Response> =>
        fetch(new URL(path, url), {
          method: "PUT",
          headers: { "X-Key": "k", "Content-Type": "application/json" },
          body: '{"width":3}',
        });
      for (const path of ["/v1/posters/hamlet", "/files/v2/posters/hamlet"]) {
        expect([path, (await put(path)).status]).toEqual([path, 204]);
      }
      expect((await put("/files/v2/shows")).status).toBe(404);
      expect((await fetch(new URL("/health/status", url))).status).toBe(204);
      expect(exchanges.map(({ operation }) => operation?.path)).toEqual([
        "/posters/{name}",
        "/posters/{name}",
        undefined,
        "/status",
      ]);
    } finally {
      await close();
    }
  });
});

describe("a proxy", () => {
  it("sees what goes to its server, and says what the document sends elsewhere", async () => {
    const mock = await startMockServer(fileURLToPath(serversDocument));
    const lines: string[] = [];
    const proxy = await startProxy({
      file: fileURLToPath(serversDocument),
      upstream: new URL(mock.url),
      port: undefined,
      silenceMs: 5000,
      onLine: (line) => lines.push(line),
    });
    try {
      await fetch(`${proxy.url}/same`);
      await fetch(new URL("/health/status", proxy.url));
      const report = await proxy.stop();
      expect(lines).toEqual(["✓ GET /v1/same 204  (getSame)\n", "✓ GET /health/status 204  (getStatus)\n"]);
      expect(report.neverSeen).toEqual(["operation listShows", "status listShows 204"]);
      expect(report.elsewhere).toEqual([
        {
          server: "https://uploads.shows.example/files/v2/",
          goals: ["operation putPoster", "status putPoster 204"],
        },
      ]);
      expect(report.coverage).toEqual([
        { kind: "operation", goals: 4, covered: 2, holes: 1 },
        { kind: "status", goals: 4, covered: 2, holes: 1 },
      ]);
    } finally {
      await mock.close();
    }
  });
});
