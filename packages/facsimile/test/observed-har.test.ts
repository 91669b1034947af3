import { describe, expect, it } from "vitest";
import { type Entry, har, observed, open, origin, station } from "./recordings.js";

describe("a HAR recording", () => {
  it("confirms what it shows, and says nothing of the rest", async () => {
    const { facts, held, exchanges } = await observed(
      har(
        {
          url: `${origin}/stations?region=north&limit=5`,
          headers: { "X-Tidebook-Key": "k" },
          answer: { items: [station], next: null },
        },
        { url: `${origin}/stations/a`, answer: station },
        { url: `${origin}/stations/b`, answer: { code: "not_found", message: "?" }, status: 404 },
        {
          method: "PATCH",
          url: `${origin}/bookings/7`,
          sent: { note: null },
          status: 429,
          answerHeaders: { "retry-after": "3" },
        },
      ),
    );
    expect([held, exchanges]).toEqual([4, 4]);
    expect(facts.filter(({ answer }) => answer.verdict !== "confirmed")).toEqual([]);
    const ids = facts.map(({ fact }) => fact.id.replaceAll("~1", "/"));
    for (const id of [
      "GET /stations",
      "GET /stations/query/region/value",
      "GET /stations/status/200/body/property/next",
      "GET /stations/{stationId}/path/stationId",
      "GET /stations/{stationId}/status/404",
      "PATCH /bookings/{bookingId}/status/429/header/Retry-After",
    ])
      expect(ids).toContain(`observed/${id}`);
    expect(ids.some((id) => id.includes("PATCH /bookings/{bookingId}/body"))).toBe(false);
  });

  const wrong: readonly (readonly [title: string, entry: Entry, told: string])[] = [
    [
      "a value of another type",
      { url: `${origin}/stations/a`, answer: { ...station, latitude: "5" } },
      "contradicted GET ~1stations~1{stationId}/status/200/body/latitude/type: allows number, and it is a string at latitude",
    ],
    [
      "a value that is not listed",
      { url: `${origin}/stations/a`, answer: { ...station, region: "up" } },
      "contradicted GET ~1stations~1{stationId}/status/200/body/region/enum: does not list the value at region",
    ],
    [
      "a property that is not there",
      { url: `${origin}/stations/a`, answer: { id: "a", name: "b" } },
      "contradicted GET ~1stations~1{stationId}/status/200/body/region/required: requires region, which is not there",
    ],
    [
      "a property that the schema lacks",
      { url: `${origin}/stations/a`, answer: { ...station, depth: 3 } },
      "missing GET ~1stations~1{stationId}/status/200/body/depth: gives the schema no property depth",
    ],
    [
      "null in a list",
      { url: `${origin}/stations`, answer: { items: [null], next: null } },
      "contradicted GET ~1stations/status/200/body/items/*/type: allows object, and it is null at items.*",
    ],
    [
      "a parameter's value",
      { url: `${origin}/stations?limit=500`, answer: { items: [], next: null } },
      "contradicted GET ~1stations/query/limit/value/maximum: has the maximum 100, which the value does not meet",
    ],
    [
      "a path's value",
      { url: `${origin}/bookings/seven`, status: 204, method: "DELETE" },
      "contradicted DELETE ~1bookings~1{bookingId}/path/bookingId/value/type: allows integer, and it is a string",
    ],
    [
      "a parameter that is needed",
      { url: `${origin}/stations/a/tides`, answer: [] },
      "contradicted GET ~1stations~1{stationId}~1tides/query/day/required: requires it, and the call went without",
    ],
    [
      "a parameter that is unknown",
      { url: `${origin}/stations?sort=name`, answer: { items: [], next: null } },
      "missing GET ~1stations/query/sort: gives the operation no query parameter sort",
    ],
    [
      "a status",
      { url: `${origin}/stations/a`, status: 418 },
      "missing GET ~1stations~1{stationId}/status/418: does not document the status 418",
    ],
    [
      "a media type",
      { url: `${origin}/stations/a`, answer: "x", answerType: "text/csv" },
      "missing GET ~1stations~1{stationId}/status/200/content-type/text~1csv: does not have the answer as text/csv",
    ],
    [
      "a body where there is none",
      { url: `${origin}/stations/a`, method: "DELETE", status: 204, answer: {} },
      "contradicted DELETE ~1stations~1{stationId}/status/204/body: gives the answer no body",
    ],
    [
      "a body of a request",
      { url: `${origin}/stations`, method: "POST", sent: { name: 5, region: "north" }, status: 201, answer: station },
      "contradicted POST ~1stations/body/name/type: allows string, and it is an integer at name",
    ],
    [
      "a request body where there is none",
      { url: `${origin}/stations/a`, method: "DELETE", sent: {}, status: 204 },
      "missing DELETE ~1stations~1{stationId}/body: gives the operation no request body",
    ],
    [
      "a method",
      { url: `${origin}/stations/a`, method: "PUT", status: 200 },
      "missing PUT ~1stations~1{stationId}: has no PUT for it",
    ],
    ["a path", { url: `${origin}/ships/4711`, status: 200 }, "missing GET ~1v1~1ships~1{…}: has no path that fits"],
    [
      "a credential",
      { url: `${origin}/stations/a`, answer: station, headers: { Authorization: "Bearer x" } },
      "missing GET ~1stations~1{stationId}/credential/bearer: does not allow the credential bearer",
    ],
  ];

  it.each(wrong)("tells %s that the document does not have", async (_, entry, told) => {
    expect(await open(har(entry))).toEqual([told]);
  });

  it("takes nothing from what was refused, what went elsewhere, and what was cut off", async () => {
    const text = har(
      { url: `${origin}/stations?limit=500`, status: 400 },
      { url: `${origin}/nowhere`, status: 404 },
      { url: `${origin}/stations`, method: "OPTIONS", status: 204 },
      { url: "https://elsewhere.example/v1/stations/a", answer: 5 },
      { url: `${origin}/stations/a` },
      { url: "data:text/plain,a" },
    );
    const found = await observed(text);
    expect(await open(text)).toEqual(["missing GET ~1stations/status/400: does not document the status 400"]);
    expect(found).toMatchObject({ exchanges: 5, held: 2, elsewhere: 1, refused: 2 });
  });

  it.each([
    ["the header, where the body has none", "", "application/json"],
    ["the header, where a browser has no word for it", "x-unknown", "application/json"],
    ["the body", "application/json", "text/html"],
  ])("has the media type of %s", async (_, answerType, header) => {
    const entry = { url: `${origin}/stations/a`, answer: { ...station, name: 5 }, answerType };
    expect(await open(har({ ...entry, answerHeaders: { "content-type": header } }))).toEqual([
      "contradicted GET ~1stations~1{stationId}/status/200/body/name/type: allows string, and it is an integer at name",
    ]);
  });

  it("may have bodies in Base64", async () => {
    const sent = Buffer.from('{ "name": 5, "region": "north" }').toString("base64");
    const text = har({ url: `${origin}/stations`, method: "POST", sent: "-", status: 201, answer: station });
    expect(await open(text.replace('"\\"-\\""', `"${sent}", "encoding": "base64"`))).toEqual([
      "contradicted POST ~1stations/body/name/type: allows string, and it is an integer at name",
    ]);
  });

  it("takes time that grows with its length, in a list of which each item is wrong", async () => {
    const items = Array.from({ length: 40_000 }, () => ({ ...station, name: 5, depth: 3 }));
    const text = har({ url: `${origin}/stations`, answer: { items, next: null } });
    const start = performance.now();
    expect(await open(text)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it("says no more of a path than the beginning", async () => {
    const [told] = await open(har({ url: `${origin}/${"a/".repeat(2000)}b` }));
    expect(told).toBe(`missing GET ~1v1${"~1a".repeat(29)}~1{…}: has no path that fits`);
  });

  it("says on which line an exchange begins", async () => {
    const text = har({ url: `${origin}/stations/a`, answer: station }, { url: `${origin}/stations/a`, answer: {} });
    const { facts } = await observed(text);
    const line = facts.find(({ fact }) => fact.id.endsWith("/id/required"))?.fact.line ?? 0;
    const before = text.split("\n").slice(0, line).join("\n");
    expect(before.match(/"request"/g)).toHaveLength(1);
    expect(text.split("\n")[line]).toContain('"request"');
  });
});
