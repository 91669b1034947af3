import { describe, expect, it } from "vitest";
import { loadSpec, type Verification, verify, type Waiver } from "../src/index.js";
import { linesOf, printLine } from "../src/report/lines.js";
import { provenEvidence, shelfText } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

/** Holds the shelf's spec, with some of its text changed, against what the pages of the Java SDK say. */
async function verifyChanged(from: string, to: string, waivers: readonly Waiver[] = []): Promise<Verification> {
  const text = await shelfText();
  if (!text.includes(from)) throw new Error(`the spec does not hold "${from}"`);
  const folder = await temporaryFolder({ "openapi.yaml": text.replace(from, to) });
  return verify(await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml"), await provenEvidence("java"), waivers);
}

function waive(fact: string): Waiver {
  return { fact, reason: "the page is wrong", line: 1, column: 3 };
}

/** The lines of the report about facts and waivers, without the claims that no page states. */
function reported(verification: Verification): readonly string[] {
  return linesOf(verification, "waivers.yaml")
    .filter(({ kind }) => kind !== "unsourced")
    .map(printLine);
}

describe("a spec", () => {
  it("that says what the pages say is confirmed in every fact", async () => {
    const { findings } = await verifyChanged("title: Shelf", "title: Shelf");
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(["confirmed"]));
  });

  it("that says something else is contradicted, with both places and both statements", async () => {
    expect(reported(await verifyChanged("default: 20", "default: 50"))).toEqual([
      "contradicted: operation/listBooks/parameter/pageSize/default (docs/BooksApi.md:72 has 20)\n    openapi.yaml:19:36: the spec has the default 50\n",
    ]);
  });

  it("that is silent misses the fact", async () => {
    expect(reported(await verifyChanged(", default: 20", ""))).toEqual([
      "missing: operation/listBooks/parameter/pageSize/default (docs/BooksApi.md:72 has 20)\n    openapi.yaml:19:11: the spec gives no default\n",
    ]);
  });

  it("without an operation misses each of its facts", async () => {
    const { findings } = await verifyChanged(
      "    delete:\n      operationId: removeBook",
      "    patch:\n      operationId: dropBook",
    );
    const missing = findings.filter(({ verdict }) => verdict === "missing");
    expect(
      missing.every(
        ({ fact, says }) =>
          fact.id.startsWith("operation/removeBook") && says === "has no operation DELETE /books/{bookId}",
      ),
    ).toBe(true);
    expect(missing.length).toBe(13);
  });

  it.each([
    ["X-Trace-Id", "trace", "gives the operation no parameter or body xTraceId"],
    [
      "type: array, items: { type: string, enum: [novel, poems] }",
      "type: string, enum: [novel, poems]",
      "has string, and the documentation has array<string>",
    ],
    ["enum: [novel, poems]", "enum: [novel]", 'lacks the value "poems"'],
    ["enum: [novel, poems]", "enum: [novel, poems, plays]", 'has the value "plays" as well'],
    ["required: [title, state]", "required: [title]", "does not require it"],
    ["required: [title, state]", "required: [title, state, id]", "requires it"],
    ["readOnly: true", "readOnly: false", "does not have it as read-only"],
    [
      'author: { $ref: "#/components/schemas/Author" }',
      'author: { $ref: "#/components/schemas/Book" }',
      "refers to Book",
    ],
    ["format: date }", "format: date-time }", "has string with the format date-time, and the documentation has date"],
    [
      "additionalProperties: { type: string }",
      "additionalProperties: { type: integer }",
      "has integer, and the documentation has string",
    ],
    ["in: header, name: X-Shelf-Key", "in: query, name: X-Shelf-Key", 'has "in" as "query"'],
    ["https://shelf.example.com/v1", "https://shelf.example.com/v2", "names the server https://shelf.example.com/v2"],
    ["            X-Total:", "            X-Sum:", "gives the status 200 no header X-Total"],
    ['        "404":', '        "410":', "does not document the status 404"],
    ["  - shelf_key: []", "  - shelf_key: []\n  - {}", "allows the call without a credential"],
    [
      "            application/json:\n              schema: { $ref",
      "            text/plain:\n              schema: { $ref",
      "answers with text/plain",
    ],
    ["        required: true\n        description: The book.", "        description: The book.", "does not require it"],
  ])("with %j as %j is not the documented one", async (from, to, says) => {
    const { findings, passed } = await verifyChanged(from, to);
    const said = findings.filter(({ verdict }) => verdict !== "confirmed").map((finding) => finding.says);
    expect(said).toContain(says);
    expect(passed).toBe(false);
  });
});

describe("a claim that no page states", () => {
  it("is listed with its place", async () => {
    const { unsourced } = await verifyChanged(
      "fullName: { type: string }",
      "fullName: { type: string, maxLength: 80 }",
    );
    expect(unsourced.map(({ claim }) => claim.key)).toContain("schema Author.fullName maxLength 80");
  });

  it("is listed in a schema that only an unsourced part leads to", async () => {
    const { unsourced } = await verifyChanged(
      "fullName: { type: string }",
      "fullName: { type: string }\n        born: { $ref: '#/components/schemas/Day' }\n    Day:\n      type: object\n      properties:\n        year: { type: integer }",
    );
    expect(unsourced.map(({ claim }) => claim.key)).toEqual(
      expect.arrayContaining(["schema Author.born", "schema Day", "schema Day.year", "schema Day.year type integer"]),
    );
  });

  it("is an assumption where the spec gives its reason, on the object or around it", async () => {
    const { unsourced } = await verifyChanged(
      "fullName: { type: string }",
      "fullName: { type: string, maxLength: 80, x-assumed: It is printed on a label. }",
    );
    expect(unsourced.find(({ claim }) => claim.key.includes("maxLength"))?.assumed).toBe("It is printed on a label.");
  });
});

describe("a waiver", () => {
  const fact = "operation/listBooks/parameter/pageSize/default";

  it("explains a fact that the spec does not follow", async () => {
    const { findings } = await verifyChanged("default: 20", "default: 50", [waive(fact)]);
    expect(findings.filter(({ verdict }) => verdict !== "confirmed")).toMatchObject([
      { verdict: "waived", says: "the page is wrong" },
    ]);
  });

  it("of a fact that is confirmed, or that no page states, is needless", async () => {
    const verification = await verifyChanged("title: Shelf", "title: Shelf", [waive(fact), waive("operation/none")]);
    expect(verification.needless.map((waiver) => waiver.fact)).toEqual([fact, "operation/none"]);
    expect(verification.passed).toBe(false);
    expect(reported(verification)[0]).toContain(`needless waiver: ${fact}\n    waivers.yaml:1:3: `);
  });
});

describe("a model that the spec writes out where it uses it", () => {
  it("is held against its page there", async () => {
    const inline = "author: { type: object, properties: { fullName: { type: integer } } }";
    const text = (await shelfText())
      .replace('author: { $ref: "#/components/schemas/Author" }', inline)
      .replace(/ {4}Author:\n.*\n.*\n.*\n/, "");
    const folder = await temporaryFolder({ "openapi.yaml": text });
    const { findings } = verify(
      await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml"),
      await provenEvidence("java"),
      [],
    );
    expect(findings.filter(({ verdict }) => verdict !== "confirmed").map(({ fact }) => fact.id)).toEqual([
      "model/Author/property/fullName/type",
    ]);
  });
});
