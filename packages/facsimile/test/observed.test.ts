import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { example, har, origin, station, verify } from "./recordings.js";

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
  (s) =>
    JSON.stringify({
      variable: [
        { key: "t", value: s, type: "secret" },
        { key: "apiKey", value: s },
      ],
      item: [{ request: { url: `${origin}/{{t}}/{{apiKey}}/x` } }],
    }),
  (s) =>
    JSON.stringify({ item: [{ request: { url: { raw: `${origin}/x/:pin`, variable: [{ key: "pin", value: s }] } } }] }),
  (s) =>
    JSON.stringify({
      item: [
        {
          request: {
            url: `${origin}/x/${encodeURIComponent(s)}?${encodeURIComponent(s)}=1`,
            header: [{ key: "X-Simple-Key", value: s, disabled: true }],
            body: { mode: "formdata", formdata: [{ key: "password", value: s, disabled: true }] },
          },
        },
      ],
    }),
  (s) =>
    JSON.stringify({
      item: [
        {
          request: {
            url: `${origin}/x/${encodeURIComponent(s)}`,
            body: { mode: "graphql", graphql: { query: "{ a }", variables: JSON.stringify({ secret: s }) } },
          },
        },
      ],
    }),
  (s) => har({ url: `${origin}/invites/token/${encodeURIComponent(s)}` }),
  (s) =>
    har({ url: `${origin}/x/${encodeURIComponent(s)}` }).replace(
      '"size": 1',
      `"encoding": "base64", "text": "${Buffer.from(JSON.stringify({ token: s })).toString("base64")}"`,
    ),
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
