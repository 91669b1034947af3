import { describe, expect, it } from "vitest";
import { har, observed, open, origin, station } from "./recordings.js";

describe("a Postman collection", () => {
  const url = (path: string): unknown => ({
    raw: `{{base}}${path}`,
    host: ["{{base}}"],
    path: path.slice(1).split("/"),
  });
  const collection = {
    info: { name: "Tidebook", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
    auth: {
      type: "apikey",
      apikey: [
        { key: "key", value: "X-Tidebook-Key" },
        { key: "value", value: "{{key}}" },
        { key: "in", value: "header" },
      ],
    },
    variable: [{ key: "base", value: origin }],
    item: [
      {
        name: "Stations",
        item: [
          {
            name: "Get",
            request: {
              method: "GET",
              url: {
                ...(url("/stations/:stationId") as object),
                variable: [{ key: "stationId", value: "{{station}}" }],
              },
            },
            response: [
              {
                name: "ok",
                code: 200,
                header: [{ key: "Content-Type", value: "application/json" }],
                body: JSON.stringify({ ...station, name: "<string>", since: "<date>", latitude: "<number>" }),
              },
              { name: "none", code: 404, _postman_previewlanguage: "json", body: '{ "code": "gone", "message": "?" }' },
            ],
          },
          {
            name: "Add",
            request: {
              method: "POST",
              url: url("/stations"),
              header: [{ key: "Content-Type", value: "application/json" }],
              body: { mode: "raw", raw: '{ "name": "{{name}}", "region": 5 }' },
            },
          },
        ],
      },
      {
        name: "Bookings",
        request: {
          method: "GET",
          url: {
            raw: "{{elsewhere}}/bookings?state=asked&limit={{limit}}",
            host: ["{{elsewhere}}"],
            query: [
              { key: "state", value: "lost" },
              { key: "page", value: "1", disabled: true },
              { key: "limit", value: "{{limit}}" },
            ],
          },
        },
      },
    ],
  };

  it("is held as far as its variables have values, with folders and credentials", async () => {
    const text = JSON.stringify(collection);
    expect(await open(text)).toEqual([
      "contradicted GET ~1stations~1{stationId}/status/404/body/code/enum: does not list the value at code",
      "contradicted POST ~1stations/body/region/type: allows string, and it is an integer at region",
      "contradicted POST ~1stations/body/region/enum: does not list the value at region",
      "contradicted GET ~1bookings/query/state/value/enum: does not list the value",
    ]);
    const { unresolved, held } = await observed(text);
    expect(Object.fromEntries(unresolved)).toEqual({ key: 4, station: 2, name: 1, elsewhere: 1, limit: 2 });
    expect(held).toBe(4);
    expect(await open(JSON.stringify({ collection }))).toHaveLength(4);
  });

  it("says nothing of hosts without a value of which nothing is in the document", async () => {
    const call = (raw: string): unknown => ({ request: { method: "POST", url: { raw } } });
    const item = [call("{{login}}/oauth/token"), call("{{base}}/stations"), call("{{base}}/ships")];
    expect(await open(JSON.stringify({ item }))).toEqual(["missing POST ~1ships: has no path that fits"]);
    const { held, elsewhere } = await observed(JSON.stringify({ item }));
    expect({ held, elsewhere }).toEqual({ held: 1, elsewhere: 1 });
  });

  it.each([
    [
      "raw",
      { mode: "raw", raw: '{ "name": "x", "region": 5 }', options: { raw: { language: "json" } } },
      "region/type",
    ],
    ["urlencoded", { mode: "urlencoded", urlencoded: [{ key: "name", value: "x" }] }, "x-www-form-urlencoded"],
    ["formdata", { mode: "formdata", formdata: [{ key: "name", value: "x" }] }, "form-data"],
    ["graphql", { mode: "graphql", graphql: { query: "{ a }", variables: '{ "b": {{c}} }' } }, "body/name/required"],
  ])("has bodies in the mode %s", async (_, body, told) => {
    const item = [{ request: { method: "POST", url: `${origin}/stations`, body } }];
    expect((await open(JSON.stringify({ item }))).join("\n")).toContain(told);
  });

  it.each([
    ["disabled", { ...(JSON.parse('{ "mode": "raw", "raw": "{}" }') as object), disabled: true }],
    ["of fields that are all disabled", { mode: "urlencoded", urlencoded: [{ key: "a", value: "b", disabled: true }] }],
  ])("has no body that is %s", async (_, body) => {
    const item = [{ request: { method: "POST", url: `${origin}/stations`, body } }];
    expect(await open(JSON.stringify({ item }))).toEqual([]);
  });

  it("gives no value to a variable that is disabled", async () => {
    const variable = [{ key: "base", value: origin, disabled: true }];
    const { unresolved } = await observed(
      JSON.stringify({ variable, item: [{ request: { url: "{{base}}/stations" } }] }),
    );
    expect(unresolved).toEqual([["base", 1]]);
  });

  it.each([
    [
      "of the first format",
      { requests: [], name: "x" },
      "a.har: it is a Postman collection of the format 1; export it as 2.1.",
    ],
    ["of no format", { a: 1 }, "a.har: it is neither a HAR recording nor a Postman collection."],
    ["without entries", { log: {} }, 'a.har: it has no list "log.entries".'],
    [
      "whose variables have no end",
      { variable: [{ key: "a", value: "{{a}}".repeat(2000) }], item: [{ request: { url: "{{a}}" } }] },
      "a.har: the values of its variables make more than 32000000 characters of it.",
    ],
  ])("%s is refused", async (_, json, message) => {
    await expect(observed(JSON.stringify(json))).rejects.toThrow(message);
  });

  it.each([
    ['{ "log":\n\n}', 3],
    ['{ "log":\n{ "entries": [\n{}\n{} ] } }', 4],
    ['{ "log":\n"a\nb" }', 2],
    ['{\n"log": [1, 01] }', 2],
    ['{\n"log": { "entries": [ ] ]\n}', 2],
    ['{\n"log": truth\n}', 2],
    ['{ "log":\n{ "entries":\n[', 3],
    ["\n\nhello", 3],
  ])("of a text that is no JSON, says on which line: %j", async (text, line) => {
    await expect(observed(text)).rejects.toThrow(`a.har:${line}: it is not JSON.`);
  });

  it("may have any number of items in a folder, and of secrets in a body", async () => {
    const many = 300_000;
    const raw = JSON.stringify({ token: Array.from({ length: many }, () => "a") });
    const request = { method: "POST", url: `${origin}/stations`, body: { mode: "raw", raw } };
    const item = [...Array.from({ length: many }, () => ({ name: "x" })), { request }];
    expect((await observed(JSON.stringify({ item }))).held).toBe(1);
  });

  it("may be as deep and as odd as it likes", async () => {
    let deep = '{"name":"x"}';
    for (let depth = 0; depth < 3000; depth += 1) deep = `{"item":[${deep}]}`;
    expect(await open(deep)).toEqual([]);
    const nested = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(
      await open(har({ url: `${origin}/stations/a` }).replace('"size": 1', `"text": ${JSON.stringify(nested)}`)),
    ).toHaveLength(1);
    for (const item of [
      null,
      5,
      [],
      { request: null },
      { request: { url: 5 } },
      { request: "x", response: [null, { code: "x" }] },
    ])
      expect(await open(JSON.stringify({ item: [item] }))).toEqual(expect.any(Array));
    for (const entry of [
      null,
      5,
      {},
      { request: { url: "/x", method: "GET", headers: 5, postData: [] }, response: "x" },
    ])
      expect(await open(JSON.stringify({ log: { entries: [entry] } }))).toEqual(expect.any(Array));
  });
});
