import { describe, expect, it } from "vitest";
import { type AddedFacts, addFacts, newFactsFile } from "../src/index.js";
import { at, fileOf, listed, markOf, page, removed, text } from "./by-hand-bookshop.js";

describe("adding to facts.yaml", () => {
  const limit: AddedFacts["facts"] = [["operation/list/parameter/limit/type", "integer"]];

  it("puts a fact below the last one of its passage, and leaves everything else as it is", () => {
    const added = addFacts(text, fileOf(text), {
      page: "books.md",
      place: listed,
      mark: markOf(page, listed),
      facts: limit,
      nothing: undefined,
    });
    const line = "# no slash at the end\n";
    expect(added).toBe(text.replace(line, `${line}      operation/list/parameter/limit/type: integer\n`));
  });

  it("puts a passage below the last one of its page", () => {
    const place = at("7");
    const added = addFacts(text, fileOf(text), {
      page: "books.md",
      place,
      mark: markOf(page, place),
      facts: limit,
      nothing: undefined,
    });
    expect(added).toBe(
      `${text.trimEnd()}\n  - page: books.md\n    lines: 7\n    mark: ${markOf(page, place)}\n    facts:\n      operation/list/parameter/limit/type: integer\n`,
    );
  });

  it("keeps comments where a passage is written in one line", () => {
    const added = addFacts(text, fileOf(text), {
      page: "books.md",
      place: removed,
      mark: markOf(page, removed),
      facts: [["operation/remove/returns", "void"]],
      nothing: undefined,
    });
    expect(added).toContain("# Facts of the bookshop.");
    expect(added).toContain("# no slash at the end");
    expect(fileOf(added).passages[1]?.facts.map(({ id }) => id)).toEqual([
      "operation/remove/method",
      "operation/remove/path",
      "operation/remove/returns",
    ]);
  });

  it("begins a new file", () => {
    const empty = newFactsFile("pages");
    const facts: AddedFacts["facts"] = [["model/A/enum", ["a: b", "no", "1"]]];
    const added = addFacts(empty, fileOf(empty), {
      page: "books.md",
      place: at("2-3", "A: b", "C # d"),
      mark: "3-d4c00859134f",
      facts,
      nothing: undefined,
    });
    const { passages } = fileOf(added);
    expect(passages).toMatchObject([
      { place: at("2-3", "A: b", "C # d"), facts: [{ id: "model/A/enum", value: ["a: b", "no", "1"] }] },
    ]);
  });
});
