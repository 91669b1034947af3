import { runInNewContext } from "node:vm";
import {
  type AbortedError,
  type ApiError,
  isAbortedError,
  isApiError,
  type TimeoutError,
  type User,
} from "@facsimile/sendauth";
import { createUser, deleteUser, getUser, listUsers } from "@facsimile/sendauth/functions";
import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/query-core";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { infiniteQueryOptions, mutationOptions, queryKey, queryOptions } from "../src/index.js";
import { serve } from "./serve.js";
import { users } from "./users.js";

const u1 = { path: { userID: "u1" } };

describe("a query", () => {
  it("has the data of a success, of a function and of a method alike", async () => {
    const { client, sendauth, url, asked } = await users();
    const cache = new QueryClient();
    const options = queryOptions(getUser, client, u1);
    const user = await cache.fetchQuery(options);
    expectTypeOf(user).toEqualTypeOf<User>();
    expect(user).toMatchObject({ id: "u1", firstName: "Ann" });
    expect(options.queryKey).toEqual([url, "getUser", u1]);
    expect(queryOptions(sendauth.getUser, u1).queryKey).toEqual(options.queryKey);
    expect(await cache.fetchQuery({ ...queryOptions(sendauth.getUser, u1), staleTime: Infinity })).toBe(user);
    expect(cache.getQueryData(options.queryKey)).toBe(user);
    expectTypeOf(cache.getQueryData(options.queryKey)).toEqualTypeOf<User | undefined>();
    expect(asked).toEqual(["GET /api/v1/users/u1"]);
  });

  it("fails once with the error of unwrap, whose data is told by its status", async () => {
    const { client, asked } = await users();
    const observer = new QueryObserver(
      new QueryClient(),
      queryOptions(getUser, client, { path: { userID: "nobody" } }),
    );
    const { error, failureCount } = await observer.refetch();
    expect(isApiError(error) && error.status === 404 && error.message).toContain("getUser was answered with 404");
    expect(failureCount).toBe(1);
    expect(asked).toHaveLength(1);
    if (error?.name === "AbortedError") expectTypeOf(error).toEqualTypeOf<AbortedError>();
    if (error?.name === "TimeoutError") expectTypeOf(error).toEqualTypeOf<TimeoutError>();
    if (isApiError(error)) expectTypeOf(error).toExtend<ApiError>();
    if (isApiError(error)) expectTypeOf(error.status).toEqualTypeOf<404 | "undocumented">();
    if (isApiError(error) && error.status === 404) expectTypeOf(error.data).toEqualTypeOf<undefined>();
  });

  it("ends the call when nobody looks any more", async () => {
    const closed = vi.fn();
    const { url, asked } = await serve((_, response) => response.on("close", closed));
    const { createClient } = await import("@facsimile/sendauth/functions");
    const client = createClient({ baseUrl: url, credentials: { basic: { username: "a", password: "b" } } });
    const thrown: unknown[] = [];
    const { queryFn, ...options } = queryOptions(getUser, client, u1);
    const observed = {
      ...options,
      queryFn: (context: Parameters<typeof queryFn>[0]) =>
        queryFn(context).catch((error: unknown) => {
          thrown.push(error);
          throw error;
        }),
    };
    const stop = new QueryObserver(new QueryClient(), observed).subscribe(() => {});
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    stop();
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    await vi.waitFor(() => expect(thrown.map(isAbortedError)).toEqual([true]));
  });

  it("hands on the options of its calls", async () => {
    const { client } = await users();
    const options = queryOptions(getUser, client, { path: { userID: "slow" } }, { timeout: 20, retry: false });
    const error: unknown = await new QueryClient().fetchQuery(options).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "TimeoutError", operation: "getUser" });
  });

  it("has null where an answer has no body, which a cache can hold", async () => {
    const { client } = await users();
    const data = await new QueryClient().fetchQuery(queryOptions(deleteUser, client, u1));
    expectTypeOf(data).toEqualTypeOf<null>();
    expect(data).toBeNull();
  });

  it("needs no input where the operation needs none, and what is not given is as what is undefined", async () => {
    const { client, url } = await users();
    const { queryKey: key } = queryOptions(listUsers, client);
    expect(key).toEqual([url, "listUsers", {}]);
    const given = { query: { q: "ann", page: undefined } } as { query: { q: string } };
    expect(Object.keys(queryOptions(listUsers, client, given).queryKey[2] as object)).toEqual(["query"]);
    expect(JSON.stringify(queryOptions(listUsers, client, given).queryKey[2])).toBe('{"query":{"q":"ann"}}');
    expect(queryOptions(listUsers, client, given).queryKey[2]).toStrictEqual({ query: { q: "ann" } });
  });

  it("is known by what JSON has no word for as it is sent, and by objects of another realm", async () => {
    const { client } = await users();
    const keyOf = (page: unknown): unknown => queryOptions(listUsers, client, { query: { page } as never }).queryKey[2];
    expect(keyOf(12n)).toEqual({ query: { page: "12" } });
    expect(() => keyOf(() => 1)).toThrow("input.query.page is no JSON");
    expect(() => keyOf(Symbol("a"))).toThrow("input.query.page is no JSON");
    expect(keyOf(runInNewContext("({ b: [1] })"))).toEqual({ query: { page: { b: [1] } } });
    expect(keyOf(Object.assign(Object.create(null), { a: null }))).toEqual({ query: { page: { a: null } } });
  });

  it("is known by its operation, whatever a minifier calls the function", async () => {
    const { client, url } = await users();
    const a: typeof getUser = (...given) => getUser(...given);
    expect(queryKey(a, client, u1)).toEqual([url, "getUser", u1]);
  });

  it("is invalidated with all of its operation, and alone", async () => {
    const { client, sendauth } = await users();
    const cache = new QueryClient();
    const u2 = { path: { userID: "u2" } };
    for (const input of [u1, u2]) await cache.fetchQuery(queryOptions(getUser, client, input));
    await cache.fetchQuery(queryOptions(listUsers, client));
    await cache.fetchInfiniteQuery(infiniteQueryOptions(listUsers, client));
    const stale = (): readonly unknown[] => {
      const all = cache.getQueryCache().getAll();
      return all.filter(({ state }) => state.isInvalidated).map((query) => query.queryKey.slice(1));
    };
    await cache.invalidateQueries({ queryKey: queryKey(sendauth.getUser, u2) });
    expect(stale()).toEqual([["getUser", u2]]);
    await cache.invalidateQueries({ queryKey: queryKey(listUsers, client) });
    expect(stale()).toEqual([
      ["getUser", u2],
      ["listUsers", {}],
      ["listUsers", {}, "pages"],
    ]);
    await cache.invalidateQueries({ queryKey: queryKey(getUser, client).slice(0, 1) });
    expect(stale()).toHaveLength(4);
  });

  it("is nothing but an operation's", async () => {
    const { client, url } = await users();
    const sent = vi.fn(async (_: unknown, input: { readonly at: unknown }) => ({ ok: true, data: input }) as never);
    expect(() => queryOptions(sent, client, { at: 1 })).toThrow("what is called is no operation");
    // @ts-expect-error the client is missing
    expect(() => queryOptions(getUser, u1)).toThrow("what is called is no operation");
    expect(() => queryOptions(createUser, client, { body: new Uint8Array(1) as never })).toThrow(
      "input.body is no JSON",
    );
    expect(() => queryOptions(createUser, client, { body: { tags: [new Date()] } as never })).toThrow(
      "input.body.tags[0] is no JSON",
    );
    const wrong = [
      // @ts-expect-error an input is missing
      () => queryOptions(getUser, client),
      // @ts-expect-error a parameter is misspelt
      () => queryOptions(getUser, client, { path: { userId: "u1" } }),
      // @ts-expect-error the client of another API
      () => queryOptions(getUser, { name: "Other" } as const, u1),
      // @ts-expect-error TanStack Query gives the signal
      () => queryOptions(getUser, client, u1, { signal: AbortSignal.timeout(1) }),
    ];
    expect(wrong).toHaveLength(4);
    expect(url).toContain("127.0.0.1");
  });
});

describe("a mutation", () => {
  it("fails once, and hands on the options of its calls, of a function and of a method alike", async () => {
    const { client, sendauth } = await users();
    const slow = { path: { userID: "slow" } };
    const options = { timeout: 20, retry: false } as const;
    for (const own of [mutationOptions(getUser, client, options), mutationOptions(sendauth.getUser, options)]) {
      const observer = new MutationObserver(new QueryClient(), own);
      await expect(observer.mutate(slow)).rejects.toMatchObject({ name: "TimeoutError", operation: "getUser" });
      expect(observer.getCurrentResult().failureCount).toBe(1);
    }
  });

  it("takes the input, and has the data of a success", async () => {
    const { client, sendauth, url, asked } = await users();
    const { mutationKey, mutationFn } = mutationOptions(createUser, client, { timeout: 5_000 });
    expect(mutationKey).toEqual([url, "createUser"]);
    expect(mutationOptions(sendauth.createUser, {}).mutationKey).toEqual(mutationKey);
    const user = await mutationFn({ body: { firstName: "Ann", lastName: "Lee" } });
    expectTypeOf(user).toEqualTypeOf<User>();
    expect(user).toEqual({});
    expect(asked).toEqual(["POST /api/v1/users"]);
  });
});
