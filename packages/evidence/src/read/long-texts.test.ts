import { describe, expect, it } from "vitest";
import { halfOfTwice } from "../families/family.js";
import { pythonTags } from "../families/python-tags.js";
import { bareName, snakeCase } from "../families/spelling.js";
import { OperationMatcher } from "../observed/match-operation.js";
import { templateNames } from "../spec/operations.js";
import { withoutMark } from "./documented-name.js";
import { readErrorBody } from "./error-statement.js";
import { splitSections } from "./markdown.js";
import { parseMarkdown } from "./markdown-tree.js";
import { readNotes } from "./notes.js";
import { sampleVariables } from "./sample-variables.js";

/** Far more than grows with the length of the text, on any machine. */
const milliseconds = 1000;

/** What a text says that repeats this. */
const much = (text: string, end = ""): string => `${text.repeat(200_000 / text.length)}${end}`;

function variablesOf(code: string): ReturnType<typeof sampleVariables> {
  const { children } = parseMarkdown(`## Example\n\n\`\`\`python\n${code}\n\`\`\`\n`);
  return sampleVariables(splitSections(children, ({ depth }) => depth === 2).sections);
}

describe("a long text of a page", () => {
  it.each<[what: string, read: () => unknown]>([
    ["a default that lists", () => readNotes(`[default to ${much("[a\"'")}`)],
    ["a default of open quotes", () => readNotes(`[default to ${much('["')}`)],
    ["the body of an error", () => readErrorBody("404", much("`a` ("))],
    ["the template of a path", () => templateNames(much("{a"))],
    ["a name with space", () => withoutMark(much(" ", "a"), false)],
    ["a name of underscores", () => bareName(much("_", "a"))],
    ["a name of capitals", () => snakeCase(much("A"))],
    ["a type that is written again and again", () => halfOfTwice(much("a**", "b"))],
    ["what looks like the head of a page", () => pythonTags.shape?.test(`# ${much("a.apis.tags.")} x`)],
    ["samples", () => variablesOf(`${`${"a ".repeat(300)}= ${"// ".repeat(400)}\n`.repeat(160)}`)],
    [
      "the host of a call",
      () =>
        new OperationMatcher({
          servers: [{ url: `https://${"{a}x".repeat(15)}{a}y${"{a}x".repeat(15)}.test` }],
          paths: {},
        }).match({
          method: "GET",
          host: much("x", ".test"),
          path: [],
          query: [],
          headers: [],
          credentials: [],
          body: undefined,
        }),
    ],
  ])("is read in time that grows with its length: %s", (_, read) => {
    const began = performance.now();
    read();
    expect(performance.now() - began).toBeLessThan(milliseconds);
  });

  it("is read as it is meant", () => {
    expect(readNotes('[default to ["a", "b"]] more')).toMatchObject({ rest: "more" });
    expect(readNotes("[default to it's] and it's")).toMatchObject({ default: "it's", rest: "and it's" });
    expect(variablesOf("page_size = 20 # int | How many\n$page = 'a#b'; // string | Which\nx := 1 / 2")).toEqual([
      { name: "page_size", line: 4, type: "int" },
      { name: "page", line: 5, type: "string" },
    ]);
    expect(halfOfTwice("File**File**")).toBe("File");
    expect(snakeCase("userUUIDValue")).toBe("user_uuid_value");
  });
});
