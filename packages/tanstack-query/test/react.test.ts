import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { isApiError } from "@facsimile/sendauth";
import { getUser, listUsers } from "@facsimile/sendauth/functions";
import {
  type DehydratedState,
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { createElement, type FunctionComponent, Suspense } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { infiniteQueryOptions, queryOptions } from "../src/index.js";
import { type Users, users } from "./users.js";

function nameOf({ client }: Users, userID: string): FunctionComponent {
  return () => {
    const { data } = useSuspenseQuery(queryOptions(getUser, client, { path: { userID } }));
    return createElement("p", null, data.id, " is ", data.firstName);
  };
}

function idsOf({ client }: Users): FunctionComponent {
  return () => {
    const { data, hasNextPage } = useSuspenseInfiniteQuery(infiniteQueryOptions(listUsers, client));
    const ids = data.pages.flatMap(({ rows }) => rows?.map(({ id }) => id) ?? []);
    return createElement("p", null, ids.join("+"), hasNextPage && " and more");
  };
}

/** All that a server sends for a page, and what went wrong meanwhile. */
async function streamed(page: FunctionComponent): Promise<{ html: string; errors: readonly unknown[] }> {
  const errors: unknown[] = [];
  const inside = createElement(Suspense, { fallback: "waiting" }, createElement(page));
  const whole = createElement(QueryClientProvider, { client: new QueryClient() }, inside);
  const sent = new PassThrough();
  renderToPipeableStream(whole, { onError: (error) => void errors.push(error) }).pipe(sent);
  const html = await text(sent);
  return { html: html.replaceAll("<!-- -->", ""), errors };
}

describe("React renders on a server", () => {
  it("what a cache has that was written and read again, and asks for nothing", async () => {
    const own = await users();
    const server = new QueryClient();
    await server.prefetchQuery(queryOptions(getUser, own.client, { path: { userID: "u1" } }));
    await server.prefetchInfiniteQuery({ ...infiniteQueryOptions(listUsers, own.client), pages: 2 });
    const state: DehydratedState = JSON.parse(JSON.stringify(dehydrate(server)));
    const inside = createElement(
      HydrationBoundary,
      { state },
      createElement(nameOf(own, "u1")),
      createElement(idsOf(own)),
    );
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
    const html = renderToString(createElement(QueryClientProvider, { client }, inside)).replaceAll("<!-- -->", "");
    expect(html).toBe("<p>u1 is Ann</p><p>u1+u2+u3+u4 and more</p>");
    expect(own.asked).toHaveLength(3);
  });

  it("what is waited for, and hands a failure to who looks after it", async () => {
    const own = await users();
    expect(await streamed(nameOf(own, "u1"))).toMatchObject({ html: expect.stringContaining("u1 is Ann"), errors: [] });
    expect((await streamed(idsOf(own))).html).toContain("u1+u2 and more");
    const { html, errors } = await streamed(nameOf(own, "nobody"));
    expect(html).toContain("waiting");
    expect(errors.map((error) => isApiError(error) && error.status)).toEqual([404]);
  });
});
