import { describe, expect, it } from "vitest";
import { asJson, type Responses, read } from "../testing/answer.js";
import { call, contentOf } from "../testing/api.js";
import { serve } from "../testing/serve.js";

describe("headers", () => {
  it("are decoded as the document states, under its spelling, and left out where they are something else", async () => {
    const types = {
      "X-Text": "string",
      "X-Count": "integer",
      "X-Half": "integer",
      "X-Share": "number",
      "X-Is": "boolean",
      "X-List": "array",
      "X-Map": "object",
      "X-Exploded": "object",
      "X-Json": "json",
      "X-None": "string",
    } as const;
    const sent = {
      ...asJson,
      "x-text": "12",
      "x-count": "12",
      "x-half": "1.5",
      "x-share": "1.5",
      "x-is": "true",
      "x-list": "a, b",
      "x-map": "R,100,G,200",
      "x-exploded": "R=100,G=2=3",
      "x-json": '{"a":[1]}',
      "x-request-id": "r-1",
    };
    const result = await read({ 200: { content: contentOf("application/json"), headers: types } }, [200, sent, "1"]);
    expect(result.headers).toEqual({
      "X-Text": "12",
      "X-Count": 12,
      "X-Share": 1.5,
      "X-Is": true,
      "X-List": ["a", "b"],
      "X-Map": { R: "100", G: "200" },
      "X-Exploded": { R: "100", G: "2=3" },
      "X-Json": { a: [1] },
    });
    expect(result.response).toMatchObject({ operation: "getThing", method: "GET", status: 200, requestId: "r-1" });
    expect(result.response.headers.get("x-half")).toBe("1.5");
  });

  it("may have the name of what every object has, and are missing where the answer has none", async () => {
    const types = { constructor: "string", toString: "string", valueOf: "integer", ["__proto__"]: "string" } as const;
    const responses: Responses = { 200: { content: contentOf("application/json"), headers: types } };
    const none = (await read(responses, [200, asJson, "1"])).headers as Record<string, unknown>;
    expect(Object.keys(types).map((name) => none[name])).toEqual([undefined, undefined, undefined, undefined]);
    const sent = { ...asJson, constructor: "a", ["__proto__"]: "b" };
    const { headers } = await read(responses, [200, sent, "1"]);
    expect(Object.entries(headers)).toEqual([
      ["constructor", "a"],
      ["__proto__", "b"],
    ]);
  });

  it("that set cookies are a list of them, whatever they hold", async () => {
    const responses: Responses = { 204: { headers: { "Set-Cookie": "array", "set-cookie": "string" } } };
    const cookies = ["a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT", "b=2, 3"];
    const { url } = await serve((_, response) => response.writeHead(204, { "set-cookie": cookies }).end());
    const { headers } = await call(url, { responses });
    expect(headers).toEqual({ "Set-Cookie": cookies, "set-cookie": cookies.join(", ") });
    expect((await read(responses, [204, {}])).headers).toEqual({});
  });

  it.each(["x-request-id", "request-id", "x-correlation-id"])("name the request: %s", async (name) => {
    expect((await read({}, [500, { [name]: "r-1" }])).response.requestId).toBe("r-1");
  });
});
