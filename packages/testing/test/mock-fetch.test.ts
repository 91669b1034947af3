import path from "node:path";
import {
  createSendAuth,
  type GetUserResult,
  isApiError,
  isConnectionError,
  isTimeoutError,
  type User,
  unwrap,
} from "@facsimile/sendauth";
import {
  createClient,
  createUser,
  deleteUser,
  getUser,
  listUsers,
  listUsersPages,
} from "@facsimile/sendauth/functions";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type MockFetch, mockFetch } from "../src/index.js";
import { said } from "./said.js";

const credentials = { basic: { username: "ann", password: "correct horse" } };
const u1 = { path: { userID: "u1" } };

async function sendauth(): Promise<{ api: MockFetch; client: ReturnType<typeof createClient> }> {
  const api = await mockFetch("@facsimile/sendauth");
  return { api, client: createClient({ credentials, fetch: api.fetch, retry: false }) };
}

describe("a mocked fetch", () => {
  it("answers with what it was told, and says what was sent", async () => {
    const { api, client } = await sendauth();
    api.on(getUser).reply(200, { firstName: "Ann", id: "u1" });
    const user = await unwrap(getUser(client, u1));
    expectTypeOf(user).toEqualTypeOf<User>();
    expect(user).toEqual({ firstName: "Ann", id: "u1", lastName: expect.any(String) });
    expect(api.calls(getUser)).toMatchObject([{ method: "GET", path: { userID: "u1" }, body: undefined }]);
    expect(api.calls(getUser)[0]?.headers.get("authorization")).toMatch(/^Basic /);
    expect(api.calls(createUser)).toEqual([]);
    expect(api.calls()).toHaveLength(1);
  });

  it("knows functions, methods and operationIds alike", async () => {
    const api = await mockFetch("@facsimile/sendauth");
    const methods = createSendAuth({ credentials, fetch: api.fetch });
    api.on(methods.getUser).reply(404);
    api.on("deleteUser").reply(200);
    expect((await methods.getUser(u1)).status).toBe(404);
    expect((await methods.deleteUser(u1)).ok).toBe(true);
    expect(api.calls(deleteUser)).toHaveLength(1);
  });

  it("answers in order, the last again and again, and to the request", async () => {
    const { api, client } = await sendauth();
    api
      .on(getUser)
      .reply(404)
      .reply(200, { id: "first" })
      .reply(async ({ path: { userID } }) => ({ status: 200, body: { id: `${userID}` } }));
    const seen = [];
    for (const userID of ["a", "b", "c", "d"]) seen.push((await getUser(client, { path: { userID } })).data?.id);
    expect(seen).toEqual([undefined, "first", "c", "d"]);
  });

  it("answers pages", async () => {
    const { api, client } = await sendauth();
    api.on(listUsers).reply(({ query }) => ({
      status: 200,
      body: { rows: query.get("page") === "2" ? [{ id: "u3" }] : [{ id: "u1" }, { id: "u2" }], total: 3 },
    }));
    const ids = [];
    for await (const { id } of listUsersPages(client).items()) ids.push(id);
    expect(ids).toEqual(["u1", "u2", "u3"]);
  });

  it("fails as the network does, and takes its time", async () => {
    const { api, client } = await sendauth();
    api.on(getUser).fail().fail(new Error("mine")).reply(200, {}, { delay: 1_000 });
    const error: unknown = await getUser(client, u1).catch((error: unknown) => error);
    expect(isConnectionError(error) && error.message).toContain("read ECONNRESET");
    expect(await said(getUser(client, u1))).toBe("mine");
    const slow: unknown = await getUser(client, u1, { timeout: 10 }).catch((error: unknown) => error);
    expect(isTimeoutError(slow)).toBe(true);
  });

  it("forgets", async () => {
    const { api, client } = await sendauth();
    api.on(getUser).reply(200);
    await getUser(client, u1);
    api.reset();
    expect(api.calls()).toEqual([]);
    expect(await said(getUser(client, u1))).toContain("no answer is told for getUser");
  });
});

describe("what the document refuses", () => {
  it("is refused where it is told, with its place", async () => {
    const { api } = await sendauth();
    // @ts-expect-error the operation has no such response
    expect(await said(() => api.on(getUser).reply(418))).toMatch(
      /^getUser states no response 418, only 200, 404 \(.*openapi\.json:\d+:\d+\)$/,
    );
    // @ts-expect-error no text
    expect(await said(() => api.on(getUser).reply(200, { firstName: 5 }))).toMatch(
      /^the body of getUser 200: \/firstName must be string \(.*openapi\.json:\d+:\d+\)$/,
    );
    // @ts-expect-error a misspelt property
    expect(await said(() => api.on(getUser).reply(200, { firstname: "Ann" }))).toContain('"firstname"');
    // @ts-expect-error a body where there is none
    expect(await said(() => api.on(getUser).reply(404, { message: "no" }))).toContain("the document states none");
  });

  it("is refused when a function gives it", async () => {
    const { api, client } = await sendauth();
    api.on(getUser).reply(() => ({ status: 418 as 404 }));
    expect(await said(getUser(client, u1))).toContain("states no response 418");
  });

  it("is refused of a request", async () => {
    const { api, client } = await sendauth();
    api.on(createUser).reply(201);
    api.on(listUsers).reply(200);
    expect(await said(createUser(client, { body: { firstName: "Ann" } as never }))).toMatch(
      /^createUser was called with what the document refuses: the body: .*required.*lastName/,
    );
    expect(await said(listUsers(client, { query: { page: 0 } }))).toContain("query parameter page: must be >= 1");
    expect(await said(async () => api.fetch("https://app.sendauth.com/api/v1/users?pge=2", {}))).toContain(
      "query parameter pge: the document does not declare it",
    );
    expect(await said(async () => api.fetch("https://app.sendauth.com/api/v1/user", {}))).toMatch(
      /no operation for GET \/api\/v1\/user; the nearest is GET \/api\/v1\/users$/,
    );
  });

  it("is named with what is near", async () => {
    const { api, client } = await sendauth();
    expect(await said(() => api.on("getUsr"))).toContain("has no operation getUsr; the nearest is getUser");
    api.on(listUsers).reply(200);
    expect(await said(getUser(client, u1))).toBe(
      "no answer is told for getUser: told are listUsers. Call on(getUser).reply(…)",
    );
    expect(await said(() => api.on((async () => {}) as never))).toContain("no operation of a generated package");
    expect(await said(mockFetch("@facsimile/nobody"))).toContain("neither a file nor an installed package");
  });
});

describe("a document of one's own", () => {
  const shop = (): Promise<MockFetch> => mockFetch(path.join(import.meta.dirname, "shop.yaml"));
  const ask = async ({ fetch }: MockFetch, rest: string, init: RequestInit = {}): Promise<Response> =>
    (await fetch(`http://localhost/v1${rest}`, init as never)) as Response;

  it("completes what a body has not, and leaves what it has", async () => {
    const api = await shop();
    api.on("getOrder").reply(200, { id: 7, lines: [{ count: 2 }], pay: { kind: "card" }, buyer: { name: "Ann" } });
    const order = await (await ask(api, "/orders/7")).json();
    expect(order).toEqual({
      id: 7,
      lines: [{ count: 2, sku: expect.stringMatching(/^[A-Z]{3}$/) }],
      pay: { kind: "card", card: expect.any(String), month: expect.any(Number) },
      buyer: { name: "Ann", email: expect.stringContaining("@") },
    });
  });

  it("makes up a whole body where none is given, and one of a range", async () => {
    const api = await shop();
    api.on("getOrder").reply(200).reply(404, {});
    const order = (await (await ask(api, "/orders/7")).json()) as Record<string, unknown>;
    expect(Object.keys(order).sort()).toEqual(["at", "buyer", "id", "lines", "pay", "status"]);
    const problem = await ask(api, "/orders/7");
    expect([problem.status, await problem.json()]).toEqual([404, { title: expect.any(String) }]);
  });

  it("tells an operation from another whose template fits too", async () => {
    const api = await shop();
    api.on("getLatestOrder").reply(200, "7");
    const answer = await ask(api, "/orders/latest");
    expect([answer.headers.get("content-type"), await answer.text()]).toEqual(["text/plain", "7"]);
  });

  it("holds parameters and bodies against it", async () => {
    const api = await shop();
    api.on("getOrder").reply(200);
    api.on("putOrder").reply(204);
    expect((await ask(api, "/orders/7?expand=lines,buyer")).status).toBe(200);
    expect(await said(ask(api, "/orders/7?expand=lines,seller"))).toContain("query parameter expand/1: must be equal");
    expect(await said(ask(api, "/orders/0"))).toContain("path parameter id: must be >= 1");
    expect(await said(ask(api, "/orders/x"))).toContain("path parameter id: must be integer");
    const json = { "content-type": "application/json" };
    expect(await said(ask(api, "/orders/7", { method: "PUT" }))).toContain("the body is required");
    expect(await said(ask(api, "/orders/7", { method: "PUT", headers: json, body: "{}" }))).toContain("'id'");
    expect(
      await said(ask(api, "/orders/7", { method: "PUT", headers: { "content-type": "text/csv" }, body: "1" })),
    ).toContain("the body is text/csv, and the operation takes application/json");
  });

  it("makes values of its schemas, another one for each number, the same one each time", async () => {
    const { make } = await shop();
    expect(make("Buyer", { overrides: { name: "Ann" } })).toEqual({ name: "Ann", email: expect.stringContaining("@") });
    const orders = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => JSON.stringify(make("Order", { seed })));
    expect(new Set(orders).size).toBe(8);
    expect(JSON.stringify((await shop()).make("Order", { seed: 3 }))).toBe(orders[2]);
    expect(await said(() => make("Buyr"))).toContain("has no schema Buyr; the nearest is Buyer");
    expect(await said(() => make("Buyer", { overrides: { name: 5 } }))).toContain("Buyer: /name must be string");
  });
});

it("values of operations have their types", async () => {
  const { api } = await sendauth();
  const user = api.make(getUser, { seed: 4, overrides: { firstName: "Ann" } });
  expectTypeOf(user).toEqualTypeOf<User>();
  expect(user.firstName).toBe("Ann");
  expectTypeOf(api.on(getUser)).toEqualTypeOf<ReturnType<typeof api.on<GetUserResult>>>();
  expect(isApiError(user)).toBe(false);
});
