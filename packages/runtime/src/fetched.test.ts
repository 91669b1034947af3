import { describe, expect, it } from "vitest";
import { ResponseParseError } from "./errors/response-parse.js";
import type { FetchedResponse } from "./fetched.js";
import { oauth2 } from "./oauth2/index.js";
import { type AnyOperation, call, contentOf, rejection } from "./testing/api.js";

const bytes = (text: string): Promise<ArrayBuffer> => new Response(text).arrayBuffer();
const text = '{"name":"é"}';
const value = { name: "é" };
const asJson = { "content-type": "application/json" };
const responses: AnyOperation["responses"] = {
  200: { content: contentOf("application/json") },
  204: {},
  404: { content: contentOf("application/json") },
};

const read = (given: FetchedResponse, options = {}) =>
  call("https://a.example", { responses }, {}, { fetch: async () => given, ...options });

describe("what a fetch gives", () => {
  it.each<[string, FetchedResponse]>([
    ["a Response", new Response(text, { headers: asJson })],
    ["an object that gives bytes", { status: 200, headers: asJson, arrayBuffer: () => bytes(text) }],
    ["an object that gives a text", { status: 200, headers: new Headers(asJson), text: async () => text }],
    [
      "an object that gives a value",
      { status: 200, headers: [["content-type", "application/json"]], json: async () => value },
    ],
    ["an object without headers", { status: 200, json: async () => value }],
    [
      "React Native's, whose body is no stream",
      { ...new Response(), status: 200, body: undefined, text: async () => text },
    ],
    ["a body that is a stream of another kind", { status: 200, body: { pipe() {} }, arrayBuffer: () => bytes(text) }],
  ])("may be %s", async (_, given) => {
    expect(await read(given)).toMatchObject({ ok: true, status: 200, statusCode: 200, data: value });
  });

  it("may be an object that uses itself", async () => {
    const given = { status: 200, said: value, json: async () => given.said };
    expect(await read(given)).toMatchObject({ ok: true, data: value });
  });

  it("may have no body", async () => {
    expect(await read({ status: 204 })).toMatchObject({ ok: true, status: 204 });
    expect(
      await read({ status: 204, body: null, text: () => Promise.reject(new Error("there is none")) }),
    ).toMatchObject({ ok: true });
  });

  it("may be a failure", async () => {
    const result = await read({ status: 404, headers: { "X-Request-Id": "7" }, json: async () => value });
    expect(result).toMatchObject({
      ok: false,
      status: 404,
      error: value,
      response: { requestId: "7", statusText: "" },
    });
  });

  it("may be a redirect, to be followed", async () => {
    const answers: FetchedResponse[] = [
      { status: 302, headers: { location: "/b" } },
      { status: 200, json: async () => 1 },
    ];
    const fetch = async () => answers.shift() as FetchedResponse;
    expect(await call("https://a.example", {}, {}, { fetch })).toMatchObject({
      data: 1,
      response: { url: "https://a.example/b" },
    });
  });

  it("is not larger than is allowed, and may break off", async () => {
    const large = { status: 200, headers: asJson, text: async () => text };
    expect(await rejection(read(large, { maxResponseSize: 5 }))).toMatchObject({ tooLarge: true });
    const cause = new Error("lost");
    const error = await rejection(read({ status: 200, text: () => Promise.reject(cause) }));
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error.cause).toBe(cause);
  });

  it("may give tokens too", async () => {
    const fetch = async () => ({ status: 200, json: async () => ({ access_token: "access-1" }) });
    const source = oauth2({ tokenUrl: "https://a.example", clientId: "c", refreshToken: "refresh", fetch });
    expect(await source.get()).toBe("access-1");
  });
});
