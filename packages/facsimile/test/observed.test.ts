import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadObservedSpec, type Observed, type ObservedSpec, observeFile } from "../../evidence/src/index.js";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { facsimile } from "./run-facsimile.js";

const example = fileURLToPath(new URL("../../../examples/facts", import.meta.url));
const origin = "https://api.tidebook.example/v1";

interface Entry {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sent?: unknown;
  readonly status?: number;
  readonly answer?: unknown;
  readonly answerHeaders?: Readonly<Record<string, string>>;
  readonly answerType?: string;
}

function pairs(
  headers: Readonly<Record<string, string>> = {},
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function har(...entries: readonly Entry[]): string {
  const log = {
    version: "1.2",
    entries: entries.map(
      ({
        method = "GET",
        url,
        headers,
        sent,
        status = 200,
        answer,
        answerHeaders,
        answerType = "application/json",
      }) => ({
        request: {
          method,
          url,
          headers: pairs(headers),
          queryString: [],
          cookies: [],
          ...(sent === undefined ? {} : { postData: { mimeType: "application/json", text: JSON.stringify(sent) } }),
        },
        response: {
          status,
          headers: pairs(answerHeaders),
          cookies: [],
          content: { mimeType: answerType, size: 1, ...(answer === undefined ? {} : { text: JSON.stringify(answer) }) },
        },
      }),
    ),
  };
  return JSON.stringify({ log }, null, 1);
}

const station = { id: "a", name: "Brackwater", region: "north" };

let spec: ObservedSpec;
beforeAll(async () => {
  spec = await loadObservedSpec(join(example, "openapi.yaml"));
});

/** Runs the command in a folder, and keeps what it writes. */
async function verify(folder: string, ...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const all = { out: "", err: "" };
  const code = await facsimile("verify", args, {
    stdout: { write: (text) => (all.out += text) },
    stderr: { write: (text) => (all.err += text) },
    cwd: folder,
    env: {},
    signal: new AbortController().signal,
  });
  return { code, ...all };
}

async function observed(text: string): Promise<Observed> {
  const folder = await temporaryFolder({ "a.har": text });
  return observeFile(join(folder, "a.har"), "a.har", spec);
}

/** What is not confirmed, without the beginning that all ids have. */
async function open(text: string): Promise<readonly string[]> {
  const { facts } = await observed(text);
  return facts.flatMap(({ fact, answer }) =>
    answer.verdict === "confirmed" ? [] : [`${answer.verdict} ${fact.id.slice(9)}: ${answer.says}`],
  );
}

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

  it("says on which line an exchange begins", async () => {
    const text = har({ url: `${origin}/stations/a`, answer: station }, { url: `${origin}/stations/a`, answer: {} });
    const { facts } = await observed(text);
    const line = facts.find(({ fact }) => fact.id.endsWith("/id/required"))?.fact.line ?? 0;
    const before = text.split("\n").slice(0, line).join("\n");
    expect(before.match(/"request"/g)).toHaveLength(1);
    expect(text.split("\n")[line]).toContain('"request"');
  });
});

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

const secret = "Zq7-s3cret/Tok+en=9";
const word = "hunterofstations";

/** The secret in every encoding that it may travel or be printed in. */
function forms(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    bytes.toString("base64"),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
    bytes.toString("hex"),
  ];
}

/** A place of a recording for each secret. */
const places: readonly ((s: string) => string)[] = [
  (s) =>
    har({
      url: `${origin}/stations/a`,
      headers: { Authorization: `Bearer ${s}`, Cookie: `sid=${s}`, "X-Tidebook-Key": s },
      answer: { id: s },
    }),
  (s) =>
    har({
      url: `${origin}/stations/a`,
      headers: { Authorization: `Basic ${Buffer.from(`user:${s}`).toString("base64")}` },
      answer: { [s]: 1 },
    }),
  (s) =>
    har({
      url: `${origin}/stations?token=${encodeURIComponent(s)}&${encodeURIComponent(s)}=1`,
      answer: { items: [], next: null },
    }),
  (s) =>
    har({
      url: `${origin}/stations?${Buffer.from(s).toString("base64url")}=1&key=${encodeURIComponent(s)}`,
      answer: { items: [], next: null },
    }),
  (s) => har({ url: `${origin}/${encodeURIComponent(s)}/ships?access_token=${encodeURIComponent(s)}` }),
  (s) => har({ url: `https://user:${encodeURIComponent(s)}@api.tidebook.example/v1/${encodeURIComponent(s)}` }),
  (s) =>
    har({
      url: `${origin}/stations`,
      method: "POST",
      sent: { name: 5, password: s, [s]: s },
      status: 201,
      answer: { session: { id: s }, [s]: [s] },
    }),
  (s) =>
    har({ url: `${origin}/stations/a`, answer: s, answerType: `text/${s}`, answerHeaders: { "Set-Cookie": `a=${s}` } }),
  (s) => har({ url: `${origin}/stations/a`, method: s, headers: { Authorization: s } }),
  (s) => `{ "log": { "entries": [ "${s}`,
  (s) => `{ "log": "${s}" } ${s}`,
  (s) =>
    JSON.stringify({
      item: [
        {
          request: {
            url: `${origin}/stations/a?{{${s}}}={{${s}}}`,
            auth: { type: "bearer", bearer: [{ key: "token", value: s }] },
          },
        },
      ],
    }),
  (s) =>
    JSON.stringify({
      variable: [{ key: "t", value: s, type: "secret" }],
      item: [{ request: { url: `${origin}/{{t}}/x`, header: [{ key: "Authorization", value: "{{t}}" }] } }],
    }),
];

describe("the secrets of a recording", () => {
  it.each(places.map((place, index) => [index, place] as const))(
    "are in no output, in no encoding: place %i",
    async (_, place) => {
      for (const text of [secret, word]) {
        const folder = await temporaryFolder({ "a.har": place(text) });
        await cp(example, folder, { recursive: true });
        const first = await verify(folder, "./", "--observed", "a.har", "--report", "a.html");
        const second = await verify(folder, "./", "--observed", "a.har", "--report", "a.md", "--json");
        const reports = await Promise.all(
          ["a.html", "a.md"].map((name) => readFile(join(folder, name), "utf8").catch(() => "")),
        );
        const written = [first.out, first.err, second.out, second.err, ...reports].join("\n").toLowerCase();
        expect(written.trim()).not.toBe("");
        for (const form of forms(text)) expect(written).not.toContain(form.toLowerCase());
      }
    },
  );
});

describe("facsimile verify --observed", () => {
  it("tells what recordings show beside what pages state, takes waivers for it, and proves nothing by what they lack", async () => {
    const recording = har({ url: `${origin}/stations/a`, answer: { ...station, depth: 3 } });
    const folder = await temporaryFolder({ "specs/tidebook/x": "", "a.har": recording });
    await cp(example, join(folder, "specs/tidebook"), { recursive: true });
    const run = (...args: readonly string[]): ReturnType<typeof verify> => verify(folder, ...args);
    const first = await run("tidebook", "--observed", "a.har");
    expect(first.code).toBe(1);
    expect(first.out).toContain(
      'missing: observed/GET ~1stations~1{stationId}/status/200/body/depth (a.har:5 has "seen once")\n',
    );
    expect(first.out).toContain("observed: a.har (HAR): 1 of 1 exchanges are held against the document\n");
    const waiver =
      "- fact: observed/GET ~1stations~1{stationId}/status/200/body/depth\n  reason: It is going to be taken away.\n";
    await writeFile(join(folder, "specs/tidebook/waivers.yaml"), waiver);
    expect((await run("tidebook", "--observed", "a.har")).code).toBe(0);
    expect((await run("tidebook")).code).toBe(0);
    expect((await run("--observed", "none.har", "tidebook")).err).toContain("none.har: ");
    expect(await run("a", "b", "--observed", "a.har")).toMatchObject({ code: 2 });
  });

  it("is a source for what no page states", async () => {
    const recording = har({ method: "DELETE", url: `${origin}/stations/a`, status: 202 });
    const folder = await temporaryFolder({ "a.har": recording });
    await cp(example, folder, { recursive: true });
    const document = await readFile(join(folder, "openapi.yaml"), "utf8");
    const removed = '        "204": { description: The station is removed. }\n';
    expect(document).toContain(removed);
    const more = `${removed}        "202": { description: It is going to be removed. }\n`;
    await writeFile(join(folder, "openapi.yaml"), document.replace(removed, more));
    const runs = [await verify(folder, "./"), await verify(folder, "./", "--observed", "a.har")];
    expect(runs.map(({ code }) => code)).toEqual([1, 0]);
  });
});
