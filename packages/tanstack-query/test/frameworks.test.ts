import type { User } from "@facsimile/sendauth";
import { createUser, deleteUser, type GetUserResult, getUser, listUsers } from "@facsimile/sendauth/functions";
import type { PaginatedUsers } from "@facsimile/sendauth/schemas";
import * as react from "@tanstack/react-query";
import * as vue from "@tanstack/vue-query";
import { expect, expectTypeOf, it, vi } from "vitest";
import { computed, effectScope, ref } from "vue";
import { infiniteQueryOptions, mutationOptions, type QueryError, queryOptions } from "../src/index.js";
import { type Users, users } from "./users.js";

const u1 = { path: { userID: "u1" } };
type Failure = QueryError<GetUserResult>;

it("React Query's hooks have the types of the operation", () => {
  // Compiled, not called: hooks want a component.
  const component = ({ client, sendauth }: Users): void => {
    const query = react.useQuery(queryOptions(getUser, client, u1));
    expectTypeOf(query.data).toEqualTypeOf<User | undefined>();
    expectTypeOf(query.error).toEqualTypeOf<Failure | null>();
    const name = react.useQuery({
      ...queryOptions(sendauth.getUser, u1),
      select: (user) => user.firstName,
      enabled: false,
    });
    expectTypeOf(name.data).toEqualTypeOf<string | undefined>();
    expectTypeOf(react.useSuspenseQuery(queryOptions(getUser, client, u1)).data).toEqualTypeOf<User>();
    const [one, list] = react.useQueries({
      queries: [queryOptions(getUser, client, u1), queryOptions(listUsers, client)],
    });
    expectTypeOf(one.data).toEqualTypeOf<User | undefined>();
    expectTypeOf(one.error).toEqualTypeOf<Failure | null>();
    expectTypeOf(list.data).toEqualTypeOf<PaginatedUsers | undefined>();
    const pages = react.useInfiniteQuery(infiniteQueryOptions(listUsers, client));
    expectTypeOf(pages.data?.pages).toEqualTypeOf<PaginatedUsers[] | undefined>();
    expectTypeOf(pages.error?.name).toExtend<string | undefined>();
    const { data } = react.useSuspenseInfiniteQuery(infiniteQueryOptions(listUsers, client));
    expectTypeOf(data.pages).toEqualTypeOf<PaginatedUsers[]>();
    const both = [queryOptions(getUser, client, u1), queryOptions(deleteUser, client, u1)] as const;
    const [found, deleted] = react.useSuspenseQueries({ queries: both });
    expectTypeOf(found.data).toEqualTypeOf<User>();
    expectTypeOf(deleted.data).toEqualTypeOf<null>();
    react.useQuery({ ...queryOptions(getUser, client, u1), throwOnError: (error) => error.name === "TimeoutError" });
    react.useQuery({ ...queryOptions(getUser, client, u1), queryFn: react.skipToken });
    react.usePrefetchInfiniteQuery(infiniteQueryOptions(sendauth.listUsers));
    const flat = react.useInfiniteQuery({
      ...infiniteQueryOptions(listUsers, client),
      select: ({ pages: all }) => all.flatMap(({ rows }) => rows ?? []),
    });
    expectTypeOf(flat.data).toEqualTypeOf<User[] | undefined>();
    const created = react.useMutation({ ...mutationOptions(createUser, client), onSuccess: (user) => user.id });
    expectTypeOf(created.mutateAsync).returns.resolves.toEqualTypeOf<User>();
    created.mutate({ body: { firstName: "Ann", lastName: "Lee" } });
    // @ts-expect-error a body is missing
    created.mutate({});
    react.useMutation(mutationOptions(sendauth.deleteUser)).mutate(u1);
    react.useMutation(mutationOptions(sendauth.listUsers)).mutate();
    expectTypeOf(react.queryOptions(queryOptions(deleteUser, client, u1)).queryKey).toExtend<readonly unknown[]>();
  };
  expect(component).toBeTypeOf("function");
});

it("Vue Query follows what is reactive, with the types of the operation", async () => {
  const { client, sendauth } = await users();
  const scope = effectScope();
  const userID = ref("u1");
  const cache = new vue.QueryClient();
  const found = scope.run(() => ({
    query: vue.useQuery(
      computed(() => queryOptions(getUser, client, { path: { userID: userID.value } })),
      cache,
    ),
    pages: vue.useInfiniteQuery(infiniteQueryOptions(sendauth.listUsers), cache),
    mutation: vue.useMutation(mutationOptions(createUser, client), cache),
  }));
  if (!found) throw new Error("the scope has not run");
  const { query, pages, mutation } = found;
  expectTypeOf(query.data.value).toEqualTypeOf<User | undefined>();
  expectTypeOf(query.error.value).toEqualTypeOf<Failure | null>();
  try {
    await vi.waitFor(() => expect(query.data.value?.id).toBe("u1"));
    userID.value = "u3";
    await vi.waitFor(() => expect(query.data.value?.id).toBe("u3"));
    await vi.waitFor(() => expect(pages.data.value?.pages).toHaveLength(1));
    await pages.fetchNextPage();
    await vi.waitFor(() => expect(pages.data.value?.pages[1]?.rows?.[0]?.id).toBe("u3"));
    expect(await mutation.mutateAsync({ body: { firstName: "Ann", lastName: "Lee" } })).toEqual({});
  } finally {
    scope.stop();
    cache.clear();
  }
});
