import { describe, expect, it } from "vitest";
import { writeApiKey } from "./credentials/api-key.js";
import { RedirectError } from "./errors/redirect.js";
import { call, rejection } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

const key = { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } as const;
const queryKey = { name: "key", type: "apiKey", in: "query", parameter: "key", write: writeApiKey } as const;
const credentials = { key: "canary-key" };
const body = { content: { "application/json": {} } };

/** A server whose first answer redirects and whose further ones say what they were asked. */
function redirecting(status: number, location: string) {
  return serve((asked, response, number) => {
    if (number === 1) response.writeHead(status, { location }).end("moved");
    else json(response, { method: asked.method, body: asked.body, type: asked.headers["content-type"] ?? null });
  });
}

describe("a redirect within the origin", () => {
  it("is followed with the credentials, and the result says where it came from", async () => {
    const { url, asked } = await redirecting(302, "/elsewhere?a=1#part");
    const result = await call(url, { security: [[{ scheme: key }]] }, {}, { credentials });
    expect(result).toMatchObject({ ok: true, response: { url: `${url}/elsewhere?a=1` } });
    expect(asked.map((one) => [one.url, one.headers["x-key"]])).toEqual([
      ["/thing", "canary-key"],
      ["/elsewhere?a=1", "canary-key"],
    ]);
  });

  it.each(["/elsewhere", "/elsewhere?key=canary-key"])(
    "to %s keeps a key in the query, once, and shows it to nobody",
    async (location) => {
      const { url, asked } = await redirecting(302, location);
      const result = await call(url, { security: [[{ scheme: queryKey }]] }, {}, { credentials });
      expect(asked.map((one) => one.url)).toEqual(["/thing?key=canary-key", "/elsewhere?key=canary-key"]);
      expect(JSON.stringify(result)).not.toContain("canary");
    },
  );

  it("shows no credential that the server put into a path", async () => {
    const { url } = await redirecting(302, "/for/canary-key");
    const result = await call(url, { security: [[{ scheme: key }]] }, {}, { credentials });
    expect(result.response.url).toBe(`${url}/for/***`);
  });

  it("ends the connection of an answer whose body does not end", async () => {
    let closed: Promise<unknown> | undefined;
    const { url } = await serve((_, response, number) => {
      if (number > 1) return json(response, 1);
      closed = new Promise((resolve) => response.once("close", resolve));
      response.writeHead(302, { location: "/elsewhere" }).write("moved");
    });
    expect(await call(url)).toMatchObject({ ok: true });
    await closed;
  });

  it.each([
    [301, "POST", "GET"],
    [302, "POST", "GET"],
    [303, "POST", "GET"],
    [303, "PUT", "GET"],
    [303, "HEAD", "HEAD"],
    [301, "PUT", "PUT"],
    [302, "DELETE", "DELETE"],
    [307, "POST", "POST"],
    [308, "POST", "POST"],
  ] as const)("with %i turns %s into %s", async (status, method, then) => {
    const { url, asked } = await redirecting(status, "/elsewhere");
    const sends = method !== "HEAD";
    await call(url, { method, ...(sends && { body }) }, sends ? { body: { a: 1 } } : {});
    const kept = sends && then === method;
    expect(asked[1]).toMatchObject({ method: then, body: kept ? '{"a":1}' : "" });
    expect(asked[1]?.headers["content-type"]).toBe(kept ? "application/json" : undefined);
  });

  it("takes no header along that describes a body which does not go along", async () => {
    const { url, asked } = await redirecting(303, "/elsewhere");
    const headers = { "Content-Language": "en", "Content-Location": "/a", "X-Kept": "1" };
    await call(url, { method: "POST", body }, { body: { a: 1 } }, { headers });
    expect(Object.keys(asked[0]?.headers ?? {})).toEqual(
      expect.arrayContaining(["content-language", "content-location"]),
    );
    expect(Object.keys(asked[1]?.headers ?? {}).filter((name) => name.startsWith("content-"))).toEqual([]);
    expect(asked[1]?.headers["x-kept"]).toBe("1");
  });

  it("is followed five times and no more", async () => {
    const { url, asked } = await serve((_, response, number) =>
      response.writeHead(302, { location: `/${number}` }).end(),
    );
    const error = await rejection(call(url));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toBe("getThing was redirected more than 5 times");
    expect(asked).toHaveLength(6);
  });

  it("does not send a stream twice", async () => {
    const { url, asked } = await redirecting(307, "/elsewhere");
    const stream = new Blob(["{}"]).stream();
    expect(await rejection(call(url, { method: "POST", body }, { body: stream }))).toBeInstanceOf(RedirectError);
    expect(asked).toHaveLength(1);
  });
});

describe("a redirect elsewhere", () => {
  it("is refused, says so, and takes no credential along", async () => {
    const other = await serve((_, response) => json(response, 1));
    const { url } = await redirecting(307, `${other.url}/?key=canary-key`);
    const error = await rejection(call(url, { security: [[{ scheme: key }]] }, {}, { credentials }));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toBe(`getThing was redirected to another origin or user: ${other.url}`);
    expect(error).toMatchObject({ operation: "getThing", method: "GET", url: `${url}/thing` });
    expect(other.asked).toHaveLength(0);
  });

  it("to a host whose name only begins the same is refused", async () => {
    const asked: string[] = [];
    const fetch = async (url: string) => {
      asked.push(url);
      return new Response(null, { status: 302, headers: { location: "https://api.example.evil/thing" } });
    };
    expect(await rejection(call("https://api.example", {}, {}, { fetch }))).toBeInstanceOf(RedirectError);
    expect(asked).toEqual(["https://api.example/thing"]);
  });

  it.each([
    ["to user info", (url: string) => url.replace("//", "//ann:pw@"), "another origin or user: http://127.0.0.1"],
    ["to another scheme", (url: string) => url.replace("http:", "https:"), "another origin"],
    ["to a script", () => "javascript:alert(1)", "another origin"],
    ["to nowhere", () => "http://[", "another origin or user: http://["],
  ])("%s is refused", async (_, locate, reason) => {
    const { url } = await serve((_, response) => response.writeHead(302, { location: locate(url) }).end());
    expect((await rejection(call(url))).message).toContain(reason);
  });
});

describe("a status from 300 to 399", () => {
  it("is a result where the document states it", async () => {
    const { url, asked } = await redirecting(302, "https://elsewhere.example/");
    const responses = { 302: { headers: { Location: "string" } } } as const;
    expect(await call(url, { responses })).toMatchObject({
      ok: false,
      status: 302,
      headers: { Location: "https://elsewhere.example/" },
    });
    expect(asked).toHaveLength(1);
  });

  it("is a result where it says no place, or is no redirect", async () => {
    for (const [status, headers] of [
      [302, {}],
      [300, { location: "/x" }],
      [304, { location: "/x" }],
    ] as const) {
      const { url } = await serve((_, response) => response.writeHead(status, headers).end());
      expect(await call(url)).toMatchObject({ status: "undocumented", statusCode: status });
    }
  });
});

describe("a browser's hidden redirect", () => {
  /** As browsers do: what is not to be followed is not shown. */
  const browser = (asked: RequestInit[]) => async (url: string, init: RequestInit) => {
    asked.push(init);
    const { headers, method } = init;
    const answer = await fetch(url, { ...init, ...(headers && { headers }), ...(method && { method }) });
    return answer.status === 302
      ? Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" })
      : answer;
  };
  const moved = () =>
    serve((request, response) =>
      request.url === "/v1/here" ? json(response, "there") : response.writeHead(302, { location: "/v1/here" }).end(),
    );

  it("is followed by the browser where nothing can leak", async () => {
    const { url } = await moved();
    const asked: RequestInit[] = [];
    const result = await call(url, {}, {}, { fetch: browser(asked) });
    expect(result).toMatchObject({ ok: true, data: "there" });
    expect(result.response.url).toMatch(/\/v1\/here$/);
    expect(asked.map(({ redirect }) => redirect)).toEqual(["manual", "follow"]);
  });

  it.each([
    ["a header may be a credential", { headers: { "X-Key": "k" } }, {}],
    ["the request may do something twice", {}, { method: "POST" as const }],
  ])("is an error where %s", async (_, options, operation) => {
    const { url, asked } = await moved();
    const error = await rejection(call(url, operation, {}, { ...options, fetch: browser([]) }));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toContain("browsers hide where to: only a GET or HEAD without own headers");
    expect(asked).toHaveLength(1);
  });
});
