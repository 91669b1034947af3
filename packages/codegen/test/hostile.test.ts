import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";

const folder = mkdtempSync(join(tmpdir(), "facsimile-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A document whose free texts are all given. */
function documentOf(text: (place: string) => string): object {
  const description = text("description");
  const schema = {
    type: "object",
    title: text("title"),
    description,
    properties: {
      [`p${text("property")}`]: {
        type: "string",
        description,
        default: text("default"),
        pattern: text("pattern"),
        enum: [text("enum"), "b"],
      },
    },
  };
  return {
    openapi: "3.1.0",
    info: { title: `T${text("api")}`, version: "1", description },
    servers: [{ url: "https://{v}.example.com", description, variables: { v: { default: "a", description } } }],
    security: [{ key: [] }],
    paths: {
      "/a": {
        post: {
          operationId: "doIt",
          summary: text("summary"),
          description,
          parameters: [
            {
              name: `q${text("parameter")}`,
              in: "query",
              description,
              schema: { type: "string", default: text("default") },
            },
          ],
          requestBody: { description, required: true, content: { "application/json": { schema } } },
          responses: {
            200: {
              description,
              headers: { "X-A": { description, schema: { type: "string" } } },
              content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
            },
            404: { description, "x-assumed": text("assumed") },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key", "x-value-prefix": text("prefix"), description },
      },
      schemas: { A: schema },
    },
  };
}

let count = 0;

/** The modules of the package for a document: their texts, by name. */
async function modulesOf(document: object): Promise<ReadonlyMap<string, string>> {
  count += 1;
  const spec = join(folder, `${count}.json`);
  writeFileSync(spec, JSON.stringify(document));
  const [one] = await generate({ specs: [spec], out: join(folder, `${count}`), name: "hostile" });
  expect(one?.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const names = readdirSync(join(folder, `${count}`), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, `${count}`, name), "utf8")]));
}

/** The structure of a module, with nothing of its names and texts. */
function shapeOf(source: string): unknown {
  return shape(ts.createSourceFile("a.ts", source, ts.ScriptTarget.ESNext));
}

function shape(node: ts.Node): unknown {
  if (ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node) || ts.isComputedPropertyName(node))
    return "text";
  const children: unknown[] = [];
  ts.forEachChild(node, (child) => {
    children.push(shape(child));
  });
  return children.length === 0 ? node.kind : [node.kind, children];
}

const hostile = fc
  .array(
    fc.constantFrom(
      "*/",
      "/*",
      "//",
      "`",
      "'",
      '"',
      "\\",
      "$",
      "{a}",
      "\n",
      "\u2028",
      "@ts-ignore",
      "}",
      ";",
      "export",
      "a",
      " ",
      "\u202e",
      "-->",
      "<script>",
      "|",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("no document", () => {
  it("can put code into a package: the structure of its modules does not depend on its texts", async () => {
    const harmless = [...(await modulesOf(documentOf(() => "words")))].map(([name, text]) => [name, shapeOf(text)]);
    const places = [
      "description",
      "title",
      "property",
      "default",
      "pattern",
      "enum",
      "api",
      "summary",
      "parameter",
      "assumed",
      "prefix",
    ];
    await fc.assert(
      fc.asyncProperty(fc.record(Object.fromEntries(places.map((place) => [place, hostile]))), async (texts) => {
        const modules = await modulesOf(documentOf((place) => `${texts[place] ?? ""}.`));
        expect([...modules].map(([name, text]) => [name, shapeOf(text)])).toEqual(harmless);
      }),
      { numRuns: 60 },
    );
  });
});
