import { describe, expect, it } from "vitest";
import { writeApiKey } from "./credentials/api-key.js";
import type { Fetch } from "./options.js";
import { paginate } from "./pages.js";
import type { Input } from "./request.js";
import { send } from "./send.js";
import { multipart, urlencoded } from "./serialize/index.js";
import { type AnyOperation, call, clientOf, contentOf, operation } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

/** What every object has, and what makes another object of one. */
const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

/** Says what it was asked. `fetch` notes the headers that it is given: Node's own loses `__proto__` on the way. */
async function echo() {
  const raw: (readonly [string, string])[] = [];
  const { url } = await serve((asked, response) => json(response, { url: asked.url, body: asked.body }));
  const noting: Fetch = (target, init) => {
    // A cast because what is handed over are the headers by name.
    raw.push(...Object.entries(init.headers as Record<string, string>));
    return fetch(target, init);
  };
  return { url, raw, fetch: noting };
}

describe.each(names)("what is called %s", (name) => {
  const only = { [name]: "value" };
  const named = (place: string) => [{ name, in: place }] as unknown as NonNullable<AnyOperation["parameters"]>;

  it.each<[string, Partial<AnyOperation>, Input, string]>([
    ["a path", { path: `/{${name}}`, parameters: named("path") }, { path: only }, "/value"],
    ["a query", { parameters: named("query") }, { query: only }, `/thing?${name}=value`],
    [
      "deepObject",
      { parameters: [{ name, in: "query", style: "deepObject" }] },
      { query: { [name]: only } },
      `/thing?${name}%5B${name}%5D=value`,
    ],
  ])("is sent in %s", async (_, called, input, url) => {
    expect(await call((await echo()).url, called, input)).toMatchObject({ data: { url } });
  });

  it.each<[string, Partial<AnyOperation>, Input, object, string, string]>([
    ["a header", { parameters: named("header") }, { header: only }, {}, name.toLowerCase(), "value"],
    ["a cookie", { parameters: named("cookie") }, { cookie: only }, {}, "cookie", `${name}=value`],
    ["a header of all requests", { headers: { [name.toLowerCase()]: "value" } }, {}, {}, name.toLowerCase(), "value"],
    ["a header of the client", {}, {}, { headers: only }, name.toLowerCase(), "value"],
    ["a header with middleware", {}, {}, { headers: only, middleware: [{}] }, name.toLowerCase(), "value"],
  ])("is sent in %s", async (_, called, input, options, header, value) => {
    const { url, raw, fetch } = await echo();
    expect(await call(url, called, input, { ...options, fetch })).toMatchObject({ ok: true });
    expect(raw).toContainEqual([header, value]);
  });

  it.each(["header", "query", "cookie"] as const)("is a credential in the %s", async (place) => {
    const { url, raw, fetch } = await echo();
    const scheme = { name, type: "apiKey", in: place, parameter: name, write: writeApiKey } as const;
    const result = await call(url, { security: [[{ scheme }]] }, {}, { credentials: only, fetch });
    const sent = { header: [name.toLowerCase(), "value"], cookie: ["cookie", `${name}=value`], query: undefined }[
      place
    ];
    if (sent) expect(raw).toContainEqual(sent);
    else expect(result).toMatchObject({ data: { url: `/thing?${name}=value` } });
  });

  it.each([
    ["application/x-www-form-urlencoded", urlencoded, `${name}=value`],
    ["multipart/form-data", multipart, `name="${name}"\r\n\r\nvalue\r\n`],
    ["application/json", undefined, `{"${name}":"value"}`],
  ])("is sent in %s", async (mediaType, write, text) => {
    const called = { method: "POST", body: { content: { [mediaType]: write ? { write } : {} } } } as const;
    const { data } = await call((await echo()).url, called, { body: only });
    expect(data).toHaveProperty("body", expect.stringContaining(text));
  });

  it("is read from the headers of an answer, and is missing where it is", async () => {
    const responses = { 200: { content: contentOf("application/json"), headers: { [name]: "string" as const } } };
    const { url } = await serve((_, response, number) =>
      response.writeHead(200, number === 1 ? [name, "value"] : []).end("1"),
    );
    expect(Object.entries((await call(url, { responses })).headers)).toEqual([[name, "value"]]);
    expect(Object.entries((await call(url, { responses })).headers)).toEqual([]);
  });

  it.each(["offset", "page", "cursor"] as const)("may be the parameter of pages by %s", async (style) => {
    const { url, asked } = await serve((_, response, number) =>
      response.end(`{ "${name}": [${number}], "next": ${number < 3 ? `"c${number}"` : null} }`),
    );
    const list = operation({ parameters: named("query") });
    const pagination = { style, [style]: name, next: "next", items: name === "__proto__" ? "rows" : name } as never;
    const pages = paginate<unknown, unknown, object>(
      clientOf(url),
      { ...list, pagination } as never,
      {},
      { maxPages: 2 },
    );
    for await (const _ of pages);
    const first = { offset: 1, page: 2, cursor: "c1" }[style];
    // JSON's `__proto__` is left out, so there are no items, and no second page.
    expect(asked.map((one) => one.url)).toEqual(
      name === "__proto__" ? ["/thing"] : ["/thing", `/thing?${name}=${first}`],
    );
  });

  it("changes no prototype", async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(404, [name, "1"]).end(`{ "${name}": { "polluted": 1 } }`),
    );
    const responses = { 404: { content: contentOf("application/json"), headers: { [name]: "json" as const } } };
    const result = await send(clientOf(url, { headers: only }), operation({ responses }), {});
    expect(result.error).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("polluted");
    expect(Object.getPrototypeOf(Object(result.error))).toBe(Object.prototype);
  });
});
