import { describe, expect, it } from "vitest";
import { headingFaults } from "./headings.js";
import { linkPages } from "./links.js";
import { toPage } from "./page.js";

const files = "https://host.example/files";
const guide = toPage("guides/index.md", "docs/guides/README.md", "# Guides\n\n## Two words, here\n");

function linked(text: string, source = "docs/page.md"): ReturnType<typeof linkPages> {
  return linkPages([toPage("page.md", source, text), guide], files);
}

function made(text: string): ReturnType<typeof linkPages> {
  return linkPages([toPage("page.md", undefined, text), guide], files);
}

describe("the links of a page", () => {
  it("lead to pages of the site, to headings by their names, and else to the repository", () => {
    const text =
      "[a](guides/README.md) [b](guides/README.md#two-words-here) [c](guides) [d](../package.json) [e](#here)\n# Here\n";
    const { pages, dead } = linked(text);
    expect(dead).toEqual([]);
    expect(pages[0]?.text).toBe(
      `[a](./guides/index.md) [b](./guides/index.md#two-words-here) [c](./guides/index.md) [d](${files}/package.json) [e](#here)\n# Here\n`,
    );
  });

  it.each(["[x](none.md)", "[x](guides/README.md#none)", "[x](#none)", "[x]: ../none\n\n[x]", '<img src="none.svg">'])(
    "that lead nowhere are told: %s",
    (text) => {
      expect(linked(text).dead).toHaveLength(1);
    },
  );

  it("of a page that is made lead to pages of the site alone", () => {
    expect(made("[x](guides/index.md)").dead).toEqual([]);
    expect(made("[x](../package.json)").dead).toEqual([{ page: "page.md", url: "../package.json" }]);
  });

  it("show pictures of the repository by their names", () => {
    const { pages, pictures } = linked("![x](proof.svg)");
    expect(pictures).toEqual(["docs/proof.svg"]);
    expect(pages[0]?.text).toBe("![x](/proof.svg)");
  });
});

it.each([
  ["text", ["has no heading"]],
  ["## Two", ["begins with a heading of level 2: Two"]],
  ["# One\n\n### Three", ["goes from level 1 to 3: Three"]],
  ["# One\n\n# Again", ["has a second title: Again"]],
  ["# One\n\n## Two\n\n### Three\n\n## Two\n\n```\n# no heading\n```", []],
])("headings are in order: %s", (text, faults) => {
  expect(headingFaults(toPage("page.md", undefined, text))).toEqual(faults);
});
