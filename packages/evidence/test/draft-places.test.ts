import { describe, expect, it } from "vitest";
import type { PageSource } from "../src/index.js";
import { type JsonObject, valueAt } from "../src/spec/json.js";
import { draftOf, edited, expectAgreement, json, noSample } from "./drafted.js";
import { changedPages, shelfPages } from "./shelf.js";

describe("a draft", () => {
  it("marks an enumeration as deprecated whose page does, in whatever way that page is marked", async () => {
    for (const name of ["~~**value**~~", "<b>value</b> [deprecated]", '<a id="x"></a>**value** (deprecated)']) {
      const draft = await draftOf(await changedPages("python", "docs/State.md", "**value**", name));
      expectAgreement(draft);
      const { verification } = draft;
      expect(valueAt(json(draft), "/components/schemas/State")).toMatchObject({
        deprecated: true,
        enum: ["here", "lent"],
      });
      expect(verification.findings.find(({ fact }) => fact.id === "model/State/deprecated")?.verdict).toBe("confirmed");
    }
  });

  it("sends a parameter that is an enumeration in the query", async () => {
    const row =
      "**page_size** | **int** | How many | [optional] if omitted the server will use the default value of 20";
    const draft = await draftOf(
      await edited(
        [row, "**page_size** | [**State**](State.md) | How many | [optional]"],
        [/^ *page_size = 20 #.*\n/m, ""],
      ),
    );
    expect(valueAt(json(draft), "/paths/~1books/get/parameters/0")).toMatchObject({ in: "query" });
    expectAgreement(draft);
  });

  it.each([
    ["str", "text/plain", { type: "string" }],
    ["file_type", "application/octet-stream", { type: "string", format: "binary" }],
    ["[Book]", "application/json", { type: "array", items: { $ref: "#/components/schemas/Book" } }],
  ])("takes a parameter of the type %s for the body where the operation has %s", async (type, media, schema) => {
    const draft = await draftOf(
      await edited(
        noSample,
        ["**book** | [**Book**](Book.md)", `**book** | **${type}**`],
        ["**Content-Type**: application/json", `**Content-Type**: ${media}`],
      ),
    );
    expect(valueAt(json(draft), "/paths/~1books/post/requestBody/content")).toEqual({ [media]: { schema } });
    expectAgreement(draft);
  });

  it("gives the name of one parameter to a second one in another place, which the SDK numbers", async () => {
    const pages = await edited(
      ["**GET** /books |", "**GET** /books/of/{genre} |"],
      ["list_books()\n", "list_books(genre2)\n"],
      [/^( ?\*\*genre\*\* .*)$/m, "$1\n **genre2** | **str** | In the path |"],
    );
    const wire = { operations: { list_books: { parameters: { genre2: { wire: "genre", in: "path" } } } } };
    const draft = await draftOf([...pages, { file: "wire.json", text: JSON.stringify(wire) }]);
    const parameters = valueAt(json(draft), "/paths/~1books~1of~1{genre}/get/parameters");
    expect(parameters).toMatchObject([{}, { name: "genre", in: "query" }, { name: "genre", in: "path" }, {}]);
    expectAgreement(draft);
  });

  it("asks about a name in the path that no parameter is called like", async () => {
    const draft = await draftOf(await edited(["**POST** /books |", "**POST** /shelves/{shelfCode}/books |"]));
    expect(valueAt(json(draft), "/paths/~1shelves~1{shelfCode}~1books/post/parameters/0")).toMatchObject({
      name: "shelfCode",
      in: "path",
      "x-assumed": expect.any(String),
    });
    expect(draft.text).toContain("# No parameter of the page is called like {shelfCode} in the path.");
    expectAgreement(draft);
  });

  it("gives the media type of an operation that returns nothing to its errors", async () => {
    const draft = await draftOf(
      await edited([/(remove_book[\s\S]*\*\*Accept\*\*: )Not defined/, "$1application/json"]),
    );
    const responses = valueAt(json(draft), "/paths/~1books~1{bookId}/delete/responses");
    expect(JSON.stringify(responses)).toContain('"content":{"application/json"');
    expectAgreement(draft);
  });

  it("marks a status that it had to invent as assumed, and asks", async () => {
    const draft = await draftOf(await changedPages("go", "docs/BooksAPI.md", "# \\BooksAPI", "# \\BooksAPI"));
    const [status] = Object.entries(valueAt(json(draft), "/paths/~1books~1{bookId}/delete/responses") ?? {});
    expect(status).toMatchObject(["204", { "x-assumed": "The page does not list this status." }]);
    expect(draft.text).toContain("# The page lists no statuses: is it this one, and does it have a body?");
    expectAgreement(draft);
  });

  it("takes the kind of a scheme from a sample where no page about it says more", async () => {
    const pages = (await shelfPages("python")).filter(({ file }) => file !== "README.md");
    const draft = await draftOf(pages);
    expect(valueAt(json(draft), "/components/securitySchemes/shelf_key")).toMatchObject({ type: "apiKey" });
    expectAgreement(draft);
  });

  it("spells a name as most of the known names on the wire are spelled", async () => {
    const draft = await draftOf(await shelfPages("go"));
    const names = Object.keys(valueAt(json(draft), "/components/schemas/Book/properties") ?? {});
    expect(names).toContain("writtenOn");
    expect(draft.text).toContain("# The page shows the SDK's spelling: are these the names on the wire?");
  });

  it("needs no scope that the pages only list", async () => {
    const flow = "- **Type**: OAuth\n- **Flow**: implicit\n- **Authorization URL**: https://shelf.example.com/auth";
    const from = "- **Type**: API key\n- **API key parameter name**: X-Shelf-Key\n- **Location**: HTTP header";
    const to = `${flow}\n- **Scopes**:\n - **read**: Read books`;
    const draft = await draftOf(await changedPages("go", "README.md", from, to));
    expectAgreement(draft);
    expect(valueAt(json(draft), "/paths/~1books/get/security")).toEqual([{ shelf_key: [] }]);
    const scopes = "/components/securitySchemes/shelf_key/flows/implicit/scopes";
    expect(valueAt(json(draft), scopes)).toEqual({ read: "Read." });
    expect(draft.verification.unsourced.filter(({ claim }) => claim.key.includes("scope"))).toEqual([]);
    expect(draft.text).toContain("# The pages list scopes, and not which operations need them: here none does.");
  });

  it("does not take the name of a parameter for that of another one", async () => {
    const pages = (await shelfPages("python-oldest")).map((page) => {
      const text = page.text
        .replace(
          /^(x_trace_id = .*)$/gm,
          "$1\nnot_id = 'id_example' # str |  (optional)\nid = 'id_example' # str |  (optional)",
        )
        .replace(
          /^ \*\*x_trace_id\*\*.*$/m,
          "$&\n **not_id** | **str** |  | [optional]\n **id** | **str** |  | [optional]",
        )
        .replace("genre, x_trace_id)", "genre, x_trace_id, not_id, id)");
      return { ...page, text };
    });
    const draft = await draftOf(pages);
    expectAgreement(draft);
    expect(draft.verification.findings.find(({ fact }) => fact.id.endsWith("not_id/spelling"))?.verdict).toBe(
      "spelled alike",
    );
  });

  it("tells several objects in a query apart by their names, and asks", async () => {
    const types = (genre: string, trace: string): Promise<readonly PageSource[]> =>
      shelfPages("java").then((pages) =>
        pages.map(({ file, text }) => ({
          file,
          text: text
            .replace(/(\*\*genre\*\* \|) [^|]+(\|[^|]*\|).*/, `$1 **${genre}** $2 [optional] |`)
            .replace(/(\*\*xTraceId\*\* \|) [^|]+\|/, `$1 **${trace}** |`),
        })),
      );
    const stylesOf = async (genre: string, trace: string): Promise<unknown> => {
      const draft = await draftOf(await types(genre, trace));
      expectAgreement(draft);
      expect(
        draft.verification.unsourced.filter(({ claim, assumed }) => !assumed && claim.key.includes("style")),
      ).toEqual([]);
      const parameters = valueAt(json(draft), "/paths/~1books/get/parameters") as readonly JsonObject[]; // a list of parameters
      return parameters.map(({ style }) => style);
    };
    const map = "Map&lt;String, String&gt;";
    expect(await stylesOf(map, map)).toEqual([undefined, "deepObject", "deepObject"]);
    expect(await stylesOf(map, "String")).toEqual([undefined, undefined, undefined]);
  });

  it("asks about two paths that no server can tell apart", async () => {
    const pages = (await shelfPages("java")).map((page) => ({
      ...page,
      text: page.text.replace("**GET** /books |", "**GET** /books/{genre} |"),
    }));
    const draft = await draftOf(pages);
    expectAgreement(draft);
    expect(draft.text).toMatch(
      /# No server can tell this from \/books\/\{\w+\}: only the names in braces differ\.\n {2}\/books\//,
    );
  });
});
