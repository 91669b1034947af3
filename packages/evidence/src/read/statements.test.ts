import { describe, expect, it } from "vitest";
import { readStatement } from "./statements.js";

describe("a statement about an API", () => {
  it.each([
    ["Either scheme is enough (OR).", [[["security"], "either"]]],
    ["Every operation needs it.", [[["security"], "all"]]],
    [
      "`page` starts at 1; `size` is 1 to 100; `order` is `asc` or `desc`.",
      [
        [["parameters", "page", "minimum"], 1],
        [["parameters", "size", "minimum"], 1],
        [["parameters", "size", "maximum"], 100],
        [
          ["parameters", "order", "enum"],
          ["asc", "desc"],
        ],
      ],
    ],
    [
      "`404` not found: `code` (always `gone`), `message`; both required.",
      [
        [["errors", "status", "404", "property", "code", "type"], "string"],
        [["errors", "status", "404", "property", "code", "enum"], ["gone"]],
        [["errors", "status", "404", "property", "code", "required"], true],
        [["errors", "status", "404", "property", "message", "type"], "string"],
        [["errors", "status", "404", "property", "message", "required"], true],
      ],
    ],
    [
      "scopes: `shelf_read` for reading operations, `shelf_write` for operations that change something.",
      [
        [["scheme", "oauth", "scope", "shelf_read"], "reads"],
        [["scheme", "oauth", "scope", "shelf_write"], "changes"],
      ],
    ],
  ])("%s", (text, facts) => {
    expect(readStatement(text, { oauth: "oauth" })).toEqual(facts);
  });

  it("of a form that is not known is told from one without facts", () => {
    expect(readStatement("The librarian is on leave.", { oauth: undefined })).toBeUndefined();
    const aboutPages = "In this generator's pages, status code `0` stands for the OpenAPI `default` response.";
    expect(readStatement(aboutPages, { oauth: undefined })).toEqual([]);
  });
});
