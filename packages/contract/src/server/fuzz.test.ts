import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { gallery, orders } from "../../test/servers/index.js";
import { holdServer } from "./hold-server.js";
import type { ServerReport } from "./server-report.js";

async function fuzzed(fault: string | undefined, seed: number, server = gallery): Promise<ServerReport> {
  const open = await server.open(fault === undefined ? {} : { inside: fault });
  const { document, env, base } = server;
  const report = await holdServer({
    document,
    url: `${open.url}${base}`,
    write: true,
    env,
    fuzz: { requests: 30, seed },
  });
  await open.close();
  return report;
}

it("finds a fault that no case is about, and prints the smallest request that shows it, as curl and as a call", async () => {
  const report = await fuzzed("an empty room is a fault", 7);
  const failed = report.results.filter(({ findings }) => findings.length > 0);
  expect(failed.map(({ name }) => name)).toEqual(["planExhibition: fuzz"]);
  const [found, curl, call] = failed[0]?.findings.map(({ message }) => message) ?? [];
  expect(found).toBe("the server failed: 500");
  expect(curl).toMatch(
    /^curl -X POST 'http:\/\/127\.0\.0\.1:\d+\/exhibitions' -u "\$FACSIMILE_VISITOR" -H 'Content-Type: application\/json' --data-binary '\{.*\}'$/,
  );
  expect(call).toMatch(/^client\.planExhibition\(\{"body":\{.*"room":"".*\}\}\)$/);
  const { body } = JSON.parse(call?.slice("client.planExhibition(".length, -1) ?? "");
  expect(body).toMatchObject({ room: "" });
  expect(Object.keys(body).length).toBeLessThanOrEqual(4);
});

it("sends the same with the same seed, and does not accuse a server that follows its document", async () => {
  const reports = [await fuzzed(undefined, 3, orders), await fuzzed(undefined, 3, orders)];
  expect(reports.flatMap(({ results }) => results.flatMap(({ findings }) => findings))).toEqual([]);
  expect(reports[0]?.requests).toBe(reports[1]?.requests);
  expect(reports[0]?.leftBehind).toEqual([]);
});

const note = {
  openapi: "3.1.0",
  info: { title: "Notes", version: "1" },
  paths: {
    "/notes": {
      post: {
        operationId: "addNote",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { type: "object", properties: { pages: { type: "integer" } } } } },
        },
        responses: { "204": { description: "Kept." }, "400": { description: "Not kept." } },
      },
    },
  },
};

it("accuses a server that takes requests which its document does not allow", async () => {
  const folder = await mkdtemp(join(tmpdir(), "notes-"));
  const document = join(folder, "openapi.json");
  await writeFile(document, JSON.stringify(note));
  const server = createServer((request, response) => request.resume().on("end", () => response.writeHead(204).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const report = await holdServer({ document, url, write: true, env: {}, fuzz: { requests: 60, seed: 5 } });
  server.close();
  await rm(folder, { recursive: true });
  const found = report.results.find(({ name }) => name === "addNote: fuzz")?.findings.map(({ message }) => message);
  expect(found?.[0]).toMatch(/204/);
  expect(found?.[1]).toMatch(/^curl -X POST /);
});
