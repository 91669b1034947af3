import { expect, expectTypeOf, it } from "vitest";
import { type AnswerProblem, type CallOptions, type Middleware, unwrap } from "./index.js";
import {
  type ApiOptions,
  createClient,
  createRaw,
  type GetUserResult,
  getUser,
  listUsersPages,
  ping,
  type User,
  type Users,
} from "./testing/generated.js";
import { json, serve } from "./testing/serve.js";

const credentials = { basic: { username: "ann", password: "canary-password" } };

async function api() {
  const { url } = await serve((asked, response) => {
    if (asked.url === "/ping") response.writeHead(204).end();
    else if (asked.url.startsWith("/users?") || asked.url === "/users")
      json(response, { rows: [{ id: "1" }], total: 1 });
    else if (asked.url === "/users/1") json(response, { id: "1", email: "ann@example.com" });
    else json(response, { title: "no" }, 409, { "x-left": "3" });
  });
  return createClient({ baseUrl: url, credentials });
}

it("a result narrows by its status", async () => {
  const client = await api();
  const told: unknown[] = [];
  for (const id of ["1", "2"]) {
    const result = await getUser(client, { path: { id } });
    if (result.ok) {
      expectTypeOf(result.data).toEqualTypeOf<User>();
      expectTypeOf(result.status).toEqualTypeOf<200>();
      told.push(result.data.email);
    } else if (result.status === 404) {
      expectTypeOf(result.error).toEqualTypeOf<undefined>();
    } else if (result.status === "4XX") {
      expectTypeOf(result.error).toEqualTypeOf<{ title: string }>();
      told.push(result.headers["X-Left"], result.error.title, result.statusCode);
    } else {
      expectTypeOf(result.error).toEqualTypeOf<unknown>();
      expectTypeOf(result.text).toEqualTypeOf<string>();
    }
  }
  expect(told).toEqual(["ann@example.com", 3, "no", 409]);
});

it("data is what its type says where there is no problem, and may be missing where there is one", async () => {
  const { url } = await serve((_, response, number) => {
    if (number === 1) json(response, { id: "1" }, 201);
    else response.writeHead(200, { "content-type": "text/html" }).end("<p>Sign in");
  });
  const client = createClient({ baseUrl: url, credentials });
  const told: unknown[] = [];
  for (const id of ["1", "2"]) {
    const result = await getUser(client, { path: { id } });
    if (!result.ok) continue;
    expectTypeOf(result.data).toEqualTypeOf<User>();
    expectTypeOf(result.problem).toEqualTypeOf<AnswerProblem | undefined>();
    told.push([result.statusCode, result.data, result.problem?.kind, result.text]);
  }
  expect(told).toEqual([
    [201, { id: "1" }, "status", undefined],
    [200, undefined, "content-type", "<p>Sign in"],
  ]);
  expect(await unwrap(getUser(client, { path: { id: "3" } }))).toBeUndefined();
});

it("unwrap gives the data of the success and nothing else", async () => {
  const client = await api();
  const user = await unwrap(getUser(client, { path: { id: "1" } }));
  expectTypeOf(user).toEqualTypeOf<User>();
  expectTypeOf(await unwrap(ping(client))).toEqualTypeOf<undefined>();
  expect(await unwrap(ping(client, {}, { signal: AbortSignal.timeout(60_000) }))).toBeUndefined();
  expect(user).toEqual({ id: "1", email: "ann@example.com" });
});

it("pages and items have their types", async () => {
  const client = await api();
  for await (const page of listUsersPages(client)) expectTypeOf(page).toEqualTypeOf<Users>();
  const ids: unknown[] = [];
  for await (const user of listUsersPages(client, {}, { maxItems: 5 }).items()) {
    expectTypeOf(user).toEqualTypeOf<User>();
    ids.push(user.id);
  }
  expect(ids).toEqual(["1"]);
});

it("raw has the types of the document", async () => {
  const { data } = await createRaw(await api()).GET("/users/{id}", { params: { path: { id: "1" } } });
  expectTypeOf(data).toEqualTypeOf<User | undefined>();
  expect(data?.id).toBe("1");
});

it("what does not fit does not compile", () => {
  const wrong = (result: GetUserResult, client: Awaited<ReturnType<typeof api>>): unknown[] => [
    // @ts-expect-error no operation answers 405
    result.status === 405,
    // @ts-expect-error data is there for a success only
    result.data.email,
    // @ts-expect-error a parameter is missing
    getUser(client, { path: {} }),
    // @ts-expect-error there is no such option
    ping(client, {}, { timout: 5 }),
    // @ts-expect-error options are not what an operation takes
    ping(client, { signal: AbortSignal.timeout(1) }),
    // @ts-expect-error a client of no API
    ping({}),
    // @ts-expect-error there is no such path
    createRaw(client).GET("/nope"),
  ];
  expect(wrong).toBeTypeOf("function");
  // @ts-expect-error a password is missing
  expectTypeOf({ baseUrl: "", credentials: { basic: { username: "" } } }).toExtend<ApiOptions>();
});

it("options take what people have", () => {
  const middleware: Middleware = {
    onRequest({ request }) {
      request.headers.set("X-Trace", "1");
    },
    async onResponse() {},
    onError: () => new Error("mine"),
  };
  expectTypeOf({ logger: console, fetch, middleware: [middleware], baseUrl: "", credentials }).toExtend<ApiOptions>();
  expectTypeOf({ credentials: { basic: async () => credentials.basic }, baseUrl: "" }).toExtend<ApiOptions>();
  expectTypeOf({ signal: AbortSignal.timeout(1), retry: false as const }).toExtend<CallOptions>();
});
