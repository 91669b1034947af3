import { describe, expect, expectTypeOf, it } from "vitest";
import { createClient } from "./client.js";
import type { FetchOptions } from "./fetch-options.js";
import type { CallOptions, ClientOptions, ConnectionOptions } from "./options.js";
import { createRaw } from "./raw.js";
import { send } from "./send.js";
import { call, clientOf, operation, rejection } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

/** What a fetch was given with each request. */
function recording() {
  const inits: Record<string, unknown>[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    inits.push({ ...init });
    return Response.json(1);
  };
  return { inits, fetch };
}

describe("fetchOptions", () => {
  it("reach fetch, the call's before the client's, and leave the request as it is", async () => {
    const { inits, fetch } = recording();
    const client = clientOf("https://api.example", { fetch, fetchOptions: { cache: "no-store", credentials: "omit" } });
    const fetchOptions = { cache: "reload", keepalive: true, priority: "high", next: { revalidate: 60 } } as const;
    await send(client, operation(), {}, { fetchOptions });
    await send(client, operation(), {});
    expect(inits).toMatchObject([
      {
        cache: "reload",
        credentials: "omit",
        keepalive: true,
        priority: "high",
        next: { revalidate: 60 },
        method: "GET",
      },
      { cache: "no-store", credentials: "omit", method: "GET", redirect: "manual" },
    ]);
    expect(inits[1]).not.toHaveProperty("next");
  });

  it("reach a fetch that knows them, and raw", async () => {
    const { url } = await serve((_, response) => json(response, 1));
    const dispatched: unknown[] = [];
    // What Node's fetch asks of a dispatcher; it says no to every request.
    const dispatcher = {
      dispatch({ path }: { path: string }) {
        dispatched.push(path);
        throw new Error("not sent");
      },
    };
    expect(await rejection(call(url, {}, {}, { fetchOptions: { dispatcher } }))).toMatchObject({
      name: "ConnectionError",
      message: expect.stringContaining("not sent"),
    });
    expect(dispatched).toEqual(["/thing"]);
    const { inits, fetch } = recording();
    const client = createClient(
      { name: "Test", server: undefined },
      { baseUrl: url, fetch, fetchOptions: { cache: "no-store" } },
    );
    await createRaw<{ "/thing": { get: { responses: { 200: { content: { "application/json": number } } } } } }>(
      client,
    ).GET("/thing");
    expect(inits).toMatchObject([{ cache: "no-store" }]);
  });

  it.each(["method", "headers", "body", "signal", "redirect", "duplex"])("cannot say %s", async (name) => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const options = { fetchOptions: { [name]: "x" } as FetchOptions };
    expect(() => clientOf(url, options)).toThrow(`"${name}" in the fetchOptions is the call's own`);
    expect(await rejection(send(clientOf(url), operation(), {}, options))).toMatchObject({
      name: "InvalidRequestError",
      message: `getThing: "${name}" in the fetchOptions is the call's own`,
    });
    expect(asked).toHaveLength(0);
  });

  it("have the types of the platform, and whatever it has besides", () => {
    expectTypeOf<FetchOptions["cache"]>().toEqualTypeOf<RequestInit["cache"]>();
    expectTypeOf({ next: { tags: ["a"] }, keepalive: true }).toExtend<FetchOptions>();
    // @ts-expect-error not one of the values
    expectTypeOf({ cache: "no-stor" } as const).toExtend<FetchOptions>();
    // @ts-expect-error the call's own
    expectTypeOf({ method: "GET" }).toExtend<FetchOptions>();
    // @ts-expect-error the call's own
    expectTypeOf({ redirect: "follow" } as const).toExtend<ClientOptions["fetchOptions"]>();
  });
});

describe("an option that there is not", () => {
  it.each([
    ["baseurl", "baseUrl"],
    ["baseURL", "baseUrl"],
    ["credential", "credentials"],
    ["timout", "timeout"],
    ["retries", "retry"],
    ["header", "headers"],
    ["middlewares", "middleware"],
    ["maxBodySize", "maxResponseSize"],
    ["signal", "signal"],
  ])("of a client is refused with the nearest name: %s", (given, nearest) => {
    const options = { baseUrl: "https://api.example", [given]: "canary" } as ConnectionOptions;
    const message = `"${given}" in the options is unknown; known: ${given === "signal" ? "" : `${nearest}, `}`;
    expect(() => createClient({ name: "Test", server: undefined }, options)).toThrow(message);
    expect(() => createClient({ name: "Test", server: undefined }, options)).not.toThrow("canary");
  });

  it.each([
    ["signl", "signal"],
    ["idempotencykey", "idempotencyKey"],
    ["baseUrl", ""],
    ["fetch", "fetchOptions"],
  ])("of a call is refused before anything is sent: %s", async (given, nearest) => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const error = await rejection(send(clientOf(url), operation(), {}, { [given]: "x" } as CallOptions));
    expect(error.name).toBe("InvalidRequestError");
    expect(error.message).toContain(`getThing: "${given}" in the options is unknown; known: ${nearest}`);
    expect(asked).toHaveLength(0);
  });

  it("may be there with nothing in it", async () => {
    const { url } = await serve((_, response) => json(response, 1));
    expect(await send(clientOf(url), operation(), {}, { signl: undefined } as CallOptions)).toMatchObject({ ok: true });
  });

  it("is no input either", async () => {
    const { url } = await serve((_, response) => json(response, 1));
    const error = await rejection(send(clientOf(url), operation(), { signal: AbortSignal.timeout(1) } as object));
    expect(error.message).toMatch(/^getThing: "signal" in the input is unknown; known: /);
  });
});

it("a client without the options that it needs says which", () => {
  const described = { name: "Api", server: { url: "https://api.example" }, required: ["credentials"] } as const;
  for (const options of [undefined, {}, { credentials: undefined }]) {
    const create = () => createClient(described, options as ConnectionOptions);
    expect(create).toThrow(expect.objectContaining({ name: "InvalidRequestError", message: "Api needs credentials" }));
  }
  expect(createClient({ name: "Open", server: described.server }, undefined as never)).toEqual({ name: "Open" });
  expect(() => createClient({ name: "Api", server: undefined }, undefined as never)).toThrow("baseUrl must be");
});
