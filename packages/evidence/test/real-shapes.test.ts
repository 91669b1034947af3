import { describe, expect, it } from "vitest";
import { draftSpec, readDocumentation } from "../src/index.js";
import { changedPages, type Language, valuesOf } from "./shelf.js";

/** The facts whose ids hold the given words, of fixture pages with some of their text changed. */
async function factsOf(
  language: Language,
  file: string,
  from: string,
  to: string,
  words: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { evidence, problems } = readDocumentation("shelf", await changedPages(language, file, from, to));
  expect(problems).toEqual([]);
  const values = evidence === undefined ? [] : [...valuesOf(evidence)];
  return Object.fromEntries(values.filter(([id]) => id.includes(words)));
}

/** Forms that the pages of large SDKs have beside the usual ones. */
describe("the pages of large SDKs", () => {
  it("list scopes in the same list as the word for them", async () => {
    const oauth =
      "- **Type**: OAuth\n- **Flow**: accessCode\n- **Authorization URL**: https://shelf.example.com/auth\n- **Scopes**:\n - **read**: Read books";
    expect(
      await factsOf(
        "go",
        "README.md",
        "- **Type**: API key\n- **API key parameter name**: X-Shelf-Key\n- **Location**: HTTP header",
        oauth,
        "scheme/",
      ),
    ).toEqual({
      "scheme/shelf_key/type": "oauth2",
      "scheme/shelf_key/flow": "authorizationCode",
      "scheme/shelf_key/authorization-url": "https://shelf.example.com/auth",
      "scheme/shelf_key/scope/read": "any",
    });
  });

  const nameAndPlace = "\n- **API key parameter name**: X-Shelf-Key\n- **Location**: HTTP header";
  const sample = "\n\nExample\n\n```golang\nauth := context.WithValue(ctx, sw.ContextAPIKey, sw.APIKey{\n})\n```";

  it("show how a key is given to the SDK, and not under which name it travels", async () => {
    expect(await factsOf("go-older", "README.md", nameAndPlace, sample, "scheme/")).toEqual({
      "scheme/shelf_key/type": "apiKey",
    });
    const { evidence } = readDocumentation("shelf", await changedPages("go-older", "README.md", nameAndPlace, sample));
    expect(evidence && draftSpec(evidence)).toMatch(
      /# No page says where the key travels\.\n {4}shelf_key:\n {6}type: apiKey\n( {6}.*\n)*? {6}x-assumed: /,
    );
  });

  it("have to say so where they do not show that either", async () => {
    const { problems } = readDocumentation("shelf", await changedPages("go-older", "README.md", nameAndPlace, ""));
    expect(problems.map(({ message }) => message)).toEqual(['the scheme "shelf_key" has no name and no in']);
  });

  it("name the servers that an operation has for itself", async () => {
    const own = "### URI(s):\n- https://add.shelf.example.com Where books are added.\nAdd a book\n\n### Example";
    const facts = await factsOf("php", "docs/Api/BooksApi.md", "### Example", own, "/servers");
    expect(facts).toEqual({ "operation/addBook/servers": ["https://add.shelf.example.com"] });
  });

  it("write an enumeration a second time, as an array with a value of the SDK's own", async () => {
    const twice = "[**'novel' | 'poems'**]**Array<'novel' &#124; 'poems' &#124; '11184809'>**";
    const facts = await factsOf("typescript", "docs/BooksApi.md", "**Array<'novel' | 'poems'>**", twice, "genre/type");
    expect(facts).toEqual({ "operation/listBooks/parameter/genre/type": '"novel" | "poems"' });
  });

  it("list the values in the place of the type, and then do not show whether it is an array", async () => {
    const facts = await factsOf(
      "typescript",
      "docs/BooksApi.md",
      "**Array<'novel' | 'poems'>** |  | (optional) defaults to undefined",
      "`novel`, `poems` |  | [Optional] [Enum: novel, poems]",
      "genre/",
    );
    expect(facts).toEqual({
      "operation/listBooks/parameter/genre/required": false,
      "operation/listBooks/parameter/genre/enum": ["novel", "poems"],
      "operation/listBooks/parameter/genre/spelling": "genre",
    });
  });

  it("do not show in TypeScript whether a request body is required", async () => {
    const facts = await factsOf(
      "typescript",
      "docs/BooksApi.md",
      "Add a book",
      "Add one book",
      "addBook/parameter/book/",
    );
    expect(Object.keys(facts)).toEqual([
      "operation/addBook/parameter/book/type",
      "operation/addBook/parameter/book/description",
    ]);
  });

  it("add a value of the SDK's own to an enumeration", async () => {
    const own = '* `LENT` (value: `"lent"`)\n\n* `UNKNOWN_DEFAULT_OPEN_API` (value: `"unknown_default_open_api"`)';
    expect(await factsOf("go", "docs/State.md", '* `LENT` (value: `"lent"`)', own, "State/enum")).toEqual({
      "model/State/enum": ["here", "lent"],
    });
  });

  it("write a default as the name of a member of an enumeration", async () => {
    const row = "**State** | [**State**](State.md) |  |";
    const facts = await factsOf("go", "docs/Book.md", row, `${row} [default to STATE_HERE]`, "default");
    expect(facts).toEqual({
      "model/Book/property/State/default-name": "STATE_HERE",
      "operation/ListBooks/parameter/pageSize/default": 20,
    });
  });
});
