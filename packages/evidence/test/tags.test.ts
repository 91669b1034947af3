import { describe, expect, it } from "vitest";
import { type PageSource, printProblem, readDocumentation } from "../src/index.js";
import { changedPages, shelfPages, valuesOf } from "./shelf.js";

const api = "docs/apis/tags/BooksApi.md";
const info = (type: string, notes = ""): string =>
  `## Model Type Info\n\nInput Type | Accessed Type | Description | Notes\n--- | --- | --- | ---\n${type} | ${type} |  | ${notes}\n`;
const keys = (...rows: readonly string[]): string =>
  `### Dictionary Keys\n\nKey | Input Type | Accessed Type | Description | Notes\n--- | --- | --- | --- | ---\n${rows.join("\n")}\n`;
const composed = (word: string, ...rows: readonly string[]): string =>
  `### Composed Schemas (allOf/anyOf/oneOf/not)\n\n#### ${word}\n\nClass Name | Input Type | Accessed Type | Description | Notes\n--- | --- | --- | --- | ---\n${rows.join("\n")}\n`;
const object = "dict, frozendict.frozendict, ";
const inline = (name: string, type = object): string => `[${name}](#${name}) | ${type} | ${type} |  | `;
const reference = (model: string): string =>
  `[${model}](${model}.md) | [**${model}**](${model}.md) | [**${model}**](${model}.md) |  | `;

function page(...parts: readonly string[]): PageSource {
  const text = ["# shelf.model.thing.Thing", ...parts, "[[Back to README]](../../README.md)"].join("\n\n");
  return { file: "docs/models/Thing.md", text: `${text}\n` };
}

async function thing(...parts: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { evidence, problems } = readDocumentation("shelf", [...(await shelfPages("python-tags")), page(...parts)]);
  expect(problems.map(printProblem)).toEqual([]);
  const values = evidence === undefined ? [] : [...valuesOf(evidence)];
  return Object.fromEntries(values.filter(([id]) => /^model\/Thing/.test(id) && !/read-only|description$/.test(id)));
}

async function problemsOf(file: string, from: string, to: string): Promise<readonly string[]> {
  return readDocumentation("shelf", await changedPages("python-tags", file, from, to)).problems.map(printProblem);
}

describe("a model of the tags layout", () => {
  it("names schemas that it writes out by where they stand", async () => {
    const facts = await thing(
      info(object),
      keys("**[owner](#owner)** | dict, frozendict.frozendict,  | x |  | [optional]", "**size** | str,  | str, |  | "),
      "# owner",
      info(object),
      keys("**name** | str,  | str, |  | "),
    );
    expect(facts).toEqual({
      "model/Thing": "object",
      "model/Thing/property/owner/type": "@ThingOwner",
      "model/Thing/property/owner/required": false,
      "model/Thing/property/size/type": "string",
      "model/Thing/property/size/required": true,
      "model/ThingOwner": "object",
      "model/ThingOwner/property/name/type": "string",
      "model/ThingOwner/property/name/required": true,
    });
  });

  it("has the properties of the parts of allOf that it writes out, and names the others", async () => {
    const facts = await thing(
      info(object),
      composed("allOf", inline("all_of_0"), reference("Book")),
      "# all_of_0",
      info(object),
      keys("**name** | str,  | str, |  | ", "**size** | str,  | str, |  | [optional]"),
    );
    expect(facts).toEqual({
      "model/Thing": "object",
      "model/Thing/property/name/type": "string",
      "model/Thing/property/name/required": true,
      "model/Thing/property/size/type": "string", // another part may require it
      "model/Thing/all-of": ["@Book"],
    });
  });

  it("is another name for what is the only part of allOf", async () => {
    expect(await thing(info(object), composed("allOf", reference("Book")))).toEqual({
      "model/Thing": "alias",
      "model/Thing/type": "@Book",
    });
  });

  it("is one of several", async () => {
    expect(await thing(info(object), composed("oneOf", reference("Book"), reference("Author")))).toEqual({
      "model/Thing": "alias",
      "model/Thing/type": "@Book | @Author",
    });
  });

  it.each([
    ["decimal.Decimal, int, ", "", "integer"],
    ["decimal.Decimal, int, ", "value must be a 64 bit integer", "int64"],
    [
      "decimal.Decimal, int, float, ",
      "if omitted the server will use the default value of 0value must be a 32 bit float",
      "float",
    ],
    ["None, str, datetime, ", "value must conform to RFC-3339 date-time", "date-time?"],
    ["str, uuid.UUID, ", "", "uuid"],
    ["", "", "any"],
  ])("is of the type %j with the note %j", async (type, notes, expected) => {
    expect(await thing(info(type, notes))).toMatchObject({ "model/Thing": "alias", "model/Thing/type": expected });
  });

  it("is a problem where a schema that it leads to is missing, and where something follows", async () => {
    const parts = [info(object), keys("**[owner](#owner)** | dict, frozendict.frozendict,  | x |  | ")];
    const read = async (...rest: readonly string[]): Promise<readonly string[]> => {
      const pages = [...(await shelfPages("python-tags")), page(...parts, ...rest)];
      return readDocumentation("shelf", pages).problems.map(({ message }) => message);
    };
    expect(await read()).toEqual(['the schema "owner" has no section of its own here']);
    expect(await read("# owner", info(object), "# other", info(object))).toContain(
      "what follows here belongs to no part of the model that is known",
    );
  });
});

describe("a page of operations of the tags layout", () => {
  it("says where parameters travel, and what the body of each status is", async () => {
    const { evidence } = readDocumentation("shelf", await shelfPages("python-tags"));
    const values = evidence && valuesOf(evidence);
    expect(values?.get("wire/operation/list_books/parameter/X-Trace-Id/in")).toBe("header");
    expect(values?.get("wire/operation/remove_book/parameter/bookId/in")).toBe("path");
    expect(values?.get("wire/operation/add_book/parameter/body/in")).toBe("body");
    expect(values?.get("operation/list_books/status/200/body")).toBe("array<@Book>");
    expect(values?.get("operation/remove_book/status/404/body")).toBe("void");
  });

  it("returns what a success has, and not what a failure has that stands before it", async () => {
    const pages = await changedPages("python-tags", api, "\n200 | [", "\n500 | [");
    const { evidence } = readDocumentation("shelf", pages);
    const values = evidence && valuesOf(evidence);
    expect(values?.get("operation/list_books/status/500/body")).toBe("array<@Book>");
    expect(values?.get("operation/list_books/returns")).toBe("void");
  });

  it.each([
    ["# GenreSchema", "# Genres", /the schema "GenreSchema" has no section of its own here/],
    ["### Authorization", "### Permission", /the operation "add_book" has no part "Authorization" here/],
    [
      "#### list_books.ApiResponseFor200",
      "#### list_books.Answer",
      /the status 200 of "list_books" has no part of its own here/,
    ],
    ["bookId | BookIdSchema", "bookId | OtherSchema", /the schema "OtherSchema" has no section of its own here/],
    ["decimal.Decimal, int,  |", "Decimal |", /"Decimal" is not a type of the SDK/],
    ["value must be a 64 bit integer", "value must be odd", /the note "value must be odd" is not understood/],
  ])("is a problem where %j is %j", async (from, to, message) => {
    expect(await problemsOf(api, from, to)).toContainEqual(expect.stringMatching(message));
  });

  it("is a problem beside a page of another generator", async () => {
    const older = (await shelfPages("python")).map(({ file, text }) => ({ file: `older/${file}`, text }));
    const { problems } = readDocumentation("shelf", [...(await shelfPages("python-tags")), ...older]);
    expect(problems.map(printProblem)).toEqual([
      "older/docs/BooksApi.md: this page and docs/apis/tags/BooksApi.md are of two generators of pages for Python. Give a folder with the pages of one of the two: the older page beside its models, or `apis/tags` beside `models`.",
    ]);
  });
});
