import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { close, listen } from "@facsimile/mock/wire";
import { describe, expect, it } from "vitest";
import { accusations, runOn } from "../../test/servers/fault-table.js";
import { gallery, notes, orders, sendAuth, servers } from "../../test/servers/index.js";
import { openStateServer, type Reply } from "../../test/servers/state-server.js";
import { holdServer } from "./hold-server.js";
import { planServer } from "./plan-server.js";
import { failuresOf } from "./server-report.js";
import { serverText } from "./server-text.js";

const strict = { unreached: false, missingCredentials: false };

describe("a server that follows its document", () => {
  it.each([...servers, notes])(
    "$name is not accused of anything, and every operation has a success",
    async (server) => {
      const report = await runOn(server);
      expect(accusations(report)).toEqual([]);
      expect(report.operations.filter(({ exercised }) => !exercised)).toEqual([]);
    },
  );

  it.each(servers)("$name is not changed without leave to write", async (server) => {
    const open = await server.open();
    const url = `${open.url}${server.base}`;
    const report = await holdServer({ document: server.document, url, write: false, env: server.env });
    await open.close();
    expect(new Set(open.calls.map((call) => call.split(" ")[0]))).toEqual(new Set(["GET"]));
    expect(report.results.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report.operations.filter(({ tried }) => tried).map(({ method }) => method)).not.toContain("POST");
  });

  it("has as much in it afterwards as before, but for what nothing deletes", async () => {
    const open = await orders.open();
    const test = { document: orders.document, url: `${open.url}/v1`, env: orders.env };
    const report = await holdServer({ ...test, write: true });
    const authorization = { authorization: `Bearer ${orders.env.FACSIMILE_TOKEN}` };
    const listed = await fetch(`${open.url}/v1/customers`, { headers: authorization });
    // This server answers so.
    const left = (await listed.json()) as { readonly data: readonly unknown[] };
    await open.close();
    expect([left.data.length, report.leftBehind]).toEqual([3, []]);
  });
});

describe("a server with a fault", () => {
  // Each fault is tried on one server; `npm run contract:faults` tries them on each.
  const names = [...new Set(servers.flatMap(({ faults }) => Object.keys(faults)))];
  const cases = names.map((name, index) => {
    const able = servers.filter(({ faults }) => name in faults);
    return { name, server: able[index % able.length] ?? gallery };
  });

  it.each(cases)("is found: $name", async ({ name, server }) => {
    expect(accusations(await runOn(server, name))).not.toEqual([]);
  });
});

describe("a server that is not the API", () => {
  it.each([
    [404, "Is the path in --server right? The document has https://gallery.example.com."],
    [401, "Are the credentials right?"],
    [200, "Is it a server of pages, or one that answers everything?"],
  ])("is called out first where everything is %i", async (status, hint) => {
    const server = createServer((_, response) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end("{}"),
    );
    const url = `http://127.0.0.1:${await listen(server, 0)}`;
    const report = await holdServer({ document: gallery.document, url, write: true, env: gallery.env });
    await close(server);
    const [first = ""] = serverText(report, strict).split("\n");
    expect(first).toMatch(
      /^This does not look like the API: GET \/opening-hours, GET \/exhibitions and a path that no/,
    );
    expect(first).toContain(`answered with ${status}. ${hint}`);
    expect(failuresOf(report, { unreached: true, missingCredentials: true })).toContain("not the API");
  });
});

describe("what a run did not do", () => {
  it("is said and makes it fail, unless that is allowed", async () => {
    const open = await sendAuth.open();
    const report = await holdServer({ document: sendAuth.document, url: open.url, write: false, env: sendAuth.env });
    await open.close();
    const text = serverText(report, strict);
    expect(text).toContain(
      "not tried: createUser  POST /api/v1/users: it may change something, and --write is not given\n",
    );
    expect(text).toContain("never seen: listUsers 500\n");
    expect(text).toContain("operations: 14, 5 exercised to a success, 0 not exercised, 9 not tried\n");
    expect(failuresOf(report, strict)).toEqual([]);
  });

  it("is an operation without a success", async () => {
    const open = await orders.open({
      edit: (reply, { method, path }) =>
        method === "PATCH" && /orders/.test(path)
          ? { ...reply, status: 404, contentType: "application/problem+json", body: { title: "No", status: 404 } }
          : reply,
    });
    const report = await holdServer({ document: orders.document, url: `${open.url}/v1`, write: true, env: orders.env });
    await open.close();
    expect(serverText(report, strict)).toContain(
      "not exercised: changeOrder  PATCH /customers/{customer}/orders/{order}: never a success, but 404",
    );
    expect(failuresOf(report, strict).join()).toContain("1 not exercised (--allow-unreached)");
    expect(failuresOf(report, { ...strict, unreached: true }).join()).not.toContain("not exercised");
  });

  it("is what there is no credential for", async () => {
    const open = await gallery.open();
    const report = await holdServer({ document: gallery.document, url: open.url, write: false, env: {} });
    await open.close();
    expect(report.lacking).toEqual([{ scheme: "visitor", variable: "FACSIMILE_VISITOR", unsent: expect.any(Number) }]);
    expect(failuresOf(report, { ...strict, unreached: true })).toEqual([
      "1 without credential (--allow-missing-credentials)",
    ]);
    expect(failuresOf(report, { unreached: true, missingCredentials: true })).toEqual([]);
  });
});

it("cuts a body without end early, and does not ask for it again and again", async () => {
  const started = performance.now();
  const report = await runOn(gallery, "an answer has no end");
  expect(performance.now() - started).toBeLessThan(10_000);
  const cut = report.results.flatMap(({ findings }) => findings).filter(({ message }) => message.includes("cut off"));
  expect(cut.length).toBeLessThanOrEqual(6);
});

it("lets no secret through, in whatever form a server sends it back", async () => {
  const secret = "pa/ss+wörd <&> 1234";
  const forms = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64"),
    Buffer.from(secret).toString("base64url"),
    Buffer.from(secret).toString("hex"),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll(/[<&>]/g, (one) => `&#${one.charCodeAt(0)};`),
    Buffer.from(`mira:${secret}`).toString("base64"),
  ];
  // Headers are read byte by byte.
  const header = Buffer.from(forms.join(" | ")).toString("latin1");
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/plain", "X-Total": header }).end(forms.join("\n"));
  });
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  const env = { FACSIMILE_VISITOR: `mira:${secret}` };
  const text = JSON.stringify(await holdServer({ document: gallery.document, url, write: false, env }));
  await close(server);
  expect(text).toContain("header X-Total: must be integer");
  for (const form of forms) expect(text).not.toContain(form);
  expect(/.{0,40}pa(?:\/|%2F)ss.{0,40}/.exec(text)?.[0]).toBeUndefined();
});

it("looks at what was there before, and changes and deletes none of it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "grants-"));
  const document = join(folder, "grants.json");
  const ok = { responses: { 200: { description: "It." }, 404: { description: "None." } } };
  const schema = { type: "array", items: { type: "object", properties: { id: { type: "integer" } } } };
  const listed = { responses: { 200: { description: "All.", content: { "application/json": { schema } } } } };
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "integer" }, example: 1 }];
  const paths = {
    "/grants": { get: listed },
    "/grants/{id}": { parameters, get: ok, put: ok, delete: ok },
    "/grants/{id}/end": { parameters, post: ok },
    "/grants/{id}/notes": { parameters, post: { responses: { 201: { description: "It." } } } },
    "/grants/{id}/notes/{note}": { parameters: [...parameters, { ...parameters[0], name: "note" }], delete: ok },
  };
  await writeFile(document, JSON.stringify({ openapi: "3.1.0", info: { title: "Grants", version: "1" }, paths }));
  const refuse = (): Reply => ({ status: 404 });
  const open = await openStateServer({
    isLetIn: () => true,
    refuse,
    routes: [
      { method: "GET", path: "/grants", handle: () => ({ status: 200, body: [{ id: 41 }, { id: 42 }] }) },
      {
        method: "GET",
        path: "/grants/{id}",
        handle: ({ params }) => ({ status: Number(params.id) > 40 && Number(params.id) < 43 ? 200 : 404 }),
      },
      {
        method: "POST",
        path: "/grants/{id}/notes",
        handle: () => ({ status: 201, headers: { Location: "/grants/41/notes/7" } }),
      },
    ],
  });
  await holdServer({ document, url: open.url, write: true, env: {}, fuzz: { requests: 20, seed: 1 } });
  await open.close();
  await rm(folder, { recursive: true });
  const changed = open.calls.filter((call) => !call.startsWith("GET") && /\/grants\/4[12](?:\/|$)/.test(call));
  expect(open.calls).toContain("GET /grants/41");
  // A note inside of a grant is the run's own; the others are none.
  expect(new Set(changed)).toEqual(
    new Set([
      ...["POST /grants/41/notes", "DELETE /grants/41/notes/7"],
      ...["DELETE /grants/41/notes/text", "DELETE /grants/41/notes/2147483646"],
    ]),
  );
});

it("plans without sending anything", async () => {
  const text = await planServer({
    document: orders.document,
    url: "http://127.0.0.1:1/v1",
    write: true,
    env: orders.env,
  });
  expect(text).toContain("chain customers (/customers/{customer}), created here: customer is the link read\n");
  expect(text).toContain(
    'chain orders (/customers/{customer}/orders/{order}), created here: order is "id" of its answer\n',
  );
  expect(text).toContain(' 5. listCustomers  GET /customers: "tier" narrows the list\n');
});

it("deletes what it created when it is stopped", async () => {
  const controller = new AbortController();
  const api = await orders.open({
    edit: (reply, { method }) => {
      if (method === "PUT") controller.abort();
      return reply;
    },
  });
  const report = await holdServer({
    document: orders.document,
    url: `${api.url}/v1`,
    write: true,
    env: orders.env,
    signal: controller.signal,
  });
  await api.close();
  expect(api.calls.filter((call) => call.startsWith("POST")).length).toBe(
    api.calls.filter((call) => call.startsWith("DELETE")).length,
  );
  expect(failuresOf(report, { unreached: true, missingCredentials: true })).toEqual(["stopped before the end"]);
});
