import { describe, expect, it } from "vitest";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { send } from "./send.js";
import { type AnyOperation, call, clientOf, operation, rejection } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

const body = { content: { "application/json": {}, "text/plain": {} } };

async function wire(called: Partial<AnyOperation>, input = {}, options = {}) {
  const { url, asked } = await serve((_, response) => json(response, 1));
  await call(url, called, input, options);
  return asked[0];
}

describe("a request", () => {
  it("carries each parameter in its place", async () => {
    const parameters = [
      { name: "id", in: "path" },
      { name: "q", in: "query" },
      { name: "X-Fields", in: "header" },
      { name: "c", in: "cookie" },
    ] as const;
    const input = { path: { id: "a/b" }, query: { q: ["1", "2"] }, header: { "X-Fields": "x" }, cookie: { c: "d" } };
    expect(await wire({ path: "/things/{id}", parameters }, input)).toMatchObject({
      url: "/things/a%2Fb?q=1&q=2",
      headers: { "x-fields": "x", cookie: "c=d", accept: "application/json" },
    });
  });

  it("carries cookies behind those of a header parameter that is called Cookie", async () => {
    const parameters = [
      { name: "Cookie", in: "header" },
      { name: "theme", in: "cookie" },
    ] as const;
    const input = { header: { Cookie: "session=1" }, cookie: { theme: "dark" } };
    expect(await wire({ parameters }, input)).toMatchObject({ headers: { cookie: "session=1; theme=dark" } });
  });

  it("carries a body as the first media type, or as the one that is asked for", async () => {
    const called = { method: "POST", body } as const;
    expect(await wire(called, { body: { a: 1 } })).toMatchObject({
      body: '{"a":1}',
      headers: { "content-type": "application/json" },
    });
    expect(await wire(called, { body: "hi", contentType: "text/plain" })).toMatchObject({
      body: "hi",
      headers: { "content-type": "text/plain" },
    });
    const none = await wire(called);
    expect(none?.body).toBe("");
    expect(none?.headers["content-type"]).toBeUndefined();
  });

  it("leaves binary bodies and streams as they are", async () => {
    const called = { method: "POST", body: { content: { "application/octet-stream": {} } } } as const;
    for (const sent of [new Blob(["bytes"]), new TextEncoder().encode("bytes"), new Blob(["bytes"]).stream()]) {
      expect(await wire(called, { body: sent })).toMatchObject({
        body: "bytes",
        headers: { "content-type": "application/octet-stream" },
      });
    }
  });

  it("has the client's headers, overridden by the call's, overridden by parameters", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const client = clientOf(url, { headers: { "X-A": "client", "X-B": "client", "X-C": "client", "X-D": "client" } });
    const called = operation({ parameters: [{ name: "x-c", in: "header" }] });
    await send(
      client,
      called,
      { header: { "x-c": "input" } },
      { headers: { "x-b": "call", "x-c": "call", "X-D": undefined } },
    );
    expect(asked[0]?.headers).toMatchObject({ "x-a": "client", "x-b": "call", "x-c": "input" });
    expect(asked[0]?.headers).not.toHaveProperty("x-d");
  });

  it("has the idempotency key of the call", async () => {
    expect((await wire({}, {}, { idempotencyKey: "k-1" }))?.headers["idempotency-key"]).toBe("k-1");
  });
});

describe("input that the operation does not take", () => {
  it.each<[string, Partial<AnyOperation>, object, object, string]>([
    [
      "a dot as path value",
      { path: "/a/{id}", parameters: [{ name: "id", in: "path" }] },
      { path: { id: ".." } },
      {},
      "path",
    ],
    [
      "a required body that is missing",
      { method: "POST", body: { ...body, required: true } },
      {},
      {},
      "body is required",
    ],
    [
      "another media type",
      { method: "POST", body },
      { body: 1, contentType: "image/png" },
      {},
      "application/json, text/plain",
    ],
    ["a parameter that is unknown", {}, { query: { limt: 1 } }, {}, "is unknown; known: none"],
    ["a body with GET", { body }, { body: 1 }, {}, "fetch sends no body with GET"],
    ["a line end in a header", {}, {}, { headers: { "X-A": "canary\r\nx: y" } }, "header x-a"],
    ["a name that is no token", {}, {}, { headers: { "X A": "canary" } }, "header x a holds a forbidden character"],
    ["a name with a colon", {}, {}, { headers: { "X:A": "canary" } }, "header x:a holds a forbidden character"],
    ["a name with a line end", {}, {}, { headers: { "X\nA": "canary" } }, "holds a forbidden character"],
    ["a line end in an idempotency key", {}, {}, { idempotencyKey: "canary\n" }, "header idempotency-key"],
  ])("%s is refused before anything is sent", async (_, called, input, options, reason) => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const error = await rejection(call(url, called, input, options));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error.message).toMatch(/^getThing: /);
    expect(error.message).toContain(reason);
    expect(error.message).not.toContain("canary");
    expect(asked).toHaveLength(0);
  });

  it("a client that is none is refused", async () => {
    expect(await rejection(send({ name: "Test" }, operation(), {}))).toBeInstanceOf(InvalidRequestError);
  });
});
