import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { loadSpec, parseTexts, printEvidence, textsOfFolder, verifyFolder } from "../src/index.js";
import { linesOf, printLine } from "../src/report/lines.js";
import type { Json } from "../src/spec/json.js";
import { textsOf } from "../src/texts/texts-of.js";
import { provenEvidence, shelfText } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

/** A folder of a provider whose texts have been read. */
async function readFolder(): Promise<string> {
  const cwd = await temporaryFolder({
    "shelf/openapi.yaml": await shelfText(),
    "shelf/evidence.json": printEvidence(await provenEvidence("java")),
  });
  await writeFile(`${cwd}/shelf/texts.json`, await textsOfFolder("shelf", cwd));
  return cwd;
}

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
  await writeFile(file, text.replace(from, to));
}

/** What is said of texts. */
async function textLines(cwd: string): Promise<readonly string[]> {
  const { verification, waiverFile } = await verifyFolder("shelf", cwd);
  return linesOf(verification, waiverFile)
    .filter(({ kind }) => kind === "text not read")
    .map(printLine);
}

const todo = 'read spec and page side by side, then run "facsimile verify <provider> --texts-read"';

describe("texts that were read", () => {
  it("are those that are there, and white space is of no matter", async () => {
    const cwd = await readFolder();
    expect(await textLines(cwd)).toEqual([]);
    await change(`${cwd}/shelf/openapi.yaml`, "summary: ", "summary:   ");
    expect(await textLines(cwd)).toEqual([]);
  });

  it("are told when the spec says something else, or something more", async () => {
    const cwd = await readFolder();
    const { json } = await loadSpec(`${cwd}/shelf/openapi.yaml`, "openapi.yaml");
    const summary = String((json as { paths: { "/books": { get: { summary: string } } } }).paths["/books"].get.summary);
    await change(`${cwd}/shelf/openapi.yaml`, summary, `No ${summary}`);
    await change(`${cwd}/shelf/openapi.yaml`, "title: Shelf", "title: Shelf\n  summary: Books");
    expect(await textLines(cwd)).toEqual([
      expect.stringMatching(
        `^text not read: /info/summary\n    shelf/openapi.yaml:\\d+:\\d+: the spec has a text here that was not read: ${todo}\n$`,
      ),
      expect.stringMatching(
        /^text not read: \/paths\/~1books\/get\/summary\n.*has another text here than the one that was read/,
      ),
    ]);
  });

  it("are told when the page says something else, or nothing any more", async () => {
    const cwd = await readFolder();
    await change(`${cwd}/shelf/evidence.json`, "text:", "text:0");
    const [first = "", ...others] = await textLines(cwd);
    expect(first).toMatch(/^text not read: \S+ \(docs\/\S+\.md:\d+\)\n.*: the page has another text here than the one/);
    expect(others).toEqual([]);
    await change(
      `${cwd}/shelf/texts.json`,
      '"documented": {',
      '"documented": {\n    "operation/gone/summary": "text:1",',
    );
    expect((await textLines(cwd)).join("")).toContain(
      "operation/gone/summary\n    shelf/openapi.yaml:1:1: the page no longer has",
    );
  });

  it("are no condition where it is not written down which they are", async () => {
    const cwd = await temporaryFolder({
      "shelf/openapi.yaml": await shelfText(),
      "shelf/evidence.json": printEvidence(await provenEvidence("java")),
    });
    expect(await textLines(cwd)).toEqual([]);
  });
});

it("takes for texts what OpenAPI calls so, and not what a document names like it", async () => {
  const spec = {
    info: { title: "T", description: "a" },
    paths: { "/summary": { get: { summary: "b", responses: { 200: { description: "c" } } } } },
    components: {
      examples: { one: { summary: "d", value: 1 } },
      schemas: { description: { type: "object", properties: { example: { type: "string", examples: ["e"] } } } },
      parameters: { example: { name: "q", in: "query", example: "f", examples: { two: { value: 2 } } } },
    },
  };
  const { spec: found } = textsOf(spec, await provenEvidence("java"));
  expect([...found.keys()]).toEqual([
    "/info/description",
    "/paths/~1summary/get/summary",
    "/paths/~1summary/get/responses/200/description",
    "/components/examples",
    "/components/schemas/description/properties/example/examples",
    "/components/parameters/example/example",
    "/components/parameters/example/examples",
  ]);
});

describe("the mark of an example", () => {
  const markOf = async (example: Json): Promise<string | undefined> =>
    textsOf({ example }, await provenEvidence("java")).spec.get("/example");

  it.each<[what: string, one: Json, other: Json]>([
    ["white space in a value", { a: "x  y" }, { a: "x y" }],
    ["white space in a text", "x  y", "x y"],
    ["the kind of a value", "1", 1],
  ])("is another for %s: %j and %j", async (_, one, other) => {
    expect(await markOf(one)).toMatch(/^text:/);
    expect(await markOf(one)).not.toBe(await markOf(other));
  });

  it("is the same in whatever order its members stand", async () => {
    expect(await markOf({ a: 1, b: [2] })).toBe(await markOf({ b: [2], a: 1 }));
  });
});

it.each([
  ["no JSON", "{", "it is no JSON"],
  ["of another format", '{ "format": 2 }', 'it has no "format": 1'],
  ["without marks", '{ "format": 1, "documented": { "a": 1 }, "spec": {} }', '"documented" has no marks by name'],
])("says what is wrong with texts.json that is %s", (_, text, cause) => {
  expect(() => parseTexts(text, "specs/shelf/texts.json")).toThrow(
    `specs/shelf/texts.json: ${cause}. Write it anew with "facsimile verify <provider> --texts-read".`,
  );
});
