import { describe, expect, it } from "vitest";
import { type JsonObject, valueAt } from "../src/spec/json.js";
import { draftOf, edited, expectAgreement, json, noSample } from "./drafted.js";
import { shelfPages } from "./shelf.js";

describe("the request body of a draft", () => {
  it("makes a form of several simple parameters, beside one in the path", async () => {
    const draft = await draftOf(
      await edited(
        noSample,
        ["**POST** /books |", "**POST** /books/{shelf} |"],
        ["add_book(book)\n", "add_book(shelf, name, copies)\n"],
        [
          " **book** | [**Book**](Book.md) | The book |",
          " **shelf** | **str** | Where | \n **name** | **str** | Its name | \n **copies** | **int** | How many | [optional]",
        ],
        ["**Content-Type**: application/json", "**Content-Type**: multipart/form-data"],
      ),
    );
    const at = "/paths/~1books~1{shelf}/post";
    expect(valueAt(json(draft), `${at}/parameters`)).toMatchObject([{ name: "shelf", in: "path" }]);
    expect(valueAt(json(draft), `${at}/requestBody/content/multipart~1form-data/schema`)).toMatchObject({
      required: ["name"],
      properties: { name: { type: "string" }, copies: { type: "integer" } },
    });
    expectAgreement(draft);
  });

  it.each(["application/x-www-form-urlencoded", "multipart/form-data"])(
    "makes an object of a model of which no page shows what is in it, where it is sent as %s",
    async (media) => {
      const opaque =
        "# Book\n\n## Enum Variants\n\n| Name | Value |\n|---- | -----|\n\n[[Back to README]](../README.md)\n";
      const pages = (await shelfPages("rust")).map(({ file, text }) => ({
        file,
        text: file.endsWith("/Book.md")
          ? opaque
          : text.replace("**Content-Type**: application/json", `**Content-Type**: application/json, ${media}`),
      }));
      const draft = await draftOf(pages);
      expect(Object.keys(valueAt(json(draft), "/paths/~1books/post/requestBody/content") as object)).toHaveLength(2); // an object there
      expect(valueAt(json(draft), "/components/schemas/Book")).toMatchObject({ type: "object" });
      expectAgreement(draft);
      expect(
        draft.verification.unsourced.filter(({ claim, assumed }) => !assumed && claim.pointer.includes("/Book/")),
      ).toEqual([]);
    },
  );

  it("is an object where the page names a form and shows nothing of it", async () => {
    const draft = await draftOf(
      await edited(
        [/(\*\*DELETE\*\* )(\/books\/\{bookId\})/, "**POST** $2"],
        [/(# \*\*remove_book[\s\S]*?Content-Type\*\*: )[^\n]+/, "$1multipart/form-data"],
      ),
    );
    expect(valueAt(json(draft), "/paths/~1books~1{bookId}/post/requestBody/content")).toMatchObject({
      "multipart/form-data": { schema: { type: "object" } },
    });
    expectAgreement(draft);
  });

  it("makes a text that is called body a field of a form, and the body of anything else", async () => {
    const bodyOf = async (media: string): Promise<unknown> => {
      const draft = await draftOf(
        await edited(
          noSample,
          ["add_book(book)\n", "add_book(body, name)\n"],
          [
            " **book** | [**Book**](Book.md) | The book |",
            " **body** | **str** | It | \n **name** | **str** | Its name |",
          ],
          ["**Content-Type**: application/json", `**Content-Type**: ${media}`],
        ),
      );
      expectAgreement(draft);
      return Object.values(valueAt(json(draft), "/paths/~1books/post/requestBody/content") as JsonObject)[0]; // of one media type
    };
    const fields = { required: ["body", "name"], properties: { body: { type: "string" }, name: { type: "string" } } };
    expect(await bodyOf("multipart/form-data")).toMatchObject({ schema: fields });
    expect(await bodyOf("text/plain")).toEqual({ schema: { type: "string" } });
  });

  it("makes a form of what wire.json sends as one", async () => {
    const wire = { operations: { list_books: { parameters: { page_size: { wire: "size", in: "form" } } } } };
    const draft = await draftOf([...(await shelfPages("python")), { file: "wire.json", text: JSON.stringify(wire) }]);
    const content = valueAt(json(draft), "/paths/~1books/get/requestBody/content");
    expect(content).toMatchObject({ "application/json": { schema: { properties: { size: { type: "integer" } } } } });
    expect(draft.text).toContain("# The page names no media type of the request body.");
  });
});
