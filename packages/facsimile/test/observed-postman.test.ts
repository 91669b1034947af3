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

  it.each([
    [
      "of the first format",
      { requests: [], name: "x" },
      "a.har: it is a Postman collection of the format 1; export it as 2.1.",
    ],
    ["of no format", { a: 1 }, "a.har: it is neither a HAR recording nor a Postman collection."],
    ["without entries", { log: {} }, 'a.har: it has no list "log.entries".'],
  ])("%s is refused", async (_, json, message) => {
    await expect(observed(JSON.stringify(json))).rejects.toThrow(message);
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
