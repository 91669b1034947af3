import { describe, expect, it } from "vitest";
import { draftSpec, type PageSource, printProblem, readDocumentation } from "../src/index.js";
import { changedPages, factsWith, shelfPages, valuesOf } from "./shelf.js";

function familyOf(pages: readonly PageSource[]): string | undefined {
  return readDocumentation("shelf", pages).evidence?.family;
}

function problemsOf(pages: readonly PageSource[]): readonly string[] {
  return readDocumentation("shelf", pages).problems.map(printProblem);
}

describe("the language of an SDK", () => {
  it.each(["go", "csharp", "rust", "kotlin", "ruby", "dart"] as const)(
    "is told by the shape of its pages where no code is marked: %s",
    async (language) => {
      const bare = (await shelfPages(language)).map(({ file, text }) => ({
        file,
        text: text.replaceAll(/```[a-z]+\n/g, "```\n"),
      }));
      expect(familyOf(bare)).toBe(language);
    },
  );

  it("is named as the pages show it where the reader does not know it", async () => {
    const elixir = (await shelfPages("java")).map(({ file, text }) => ({
      file,
      text: text.replaceAll("```java", "```elixir"),
    }));
    expect(problemsOf(elixir)).toEqual([
      'docs/BooksApi.md: no code sample shows the language of the SDK: the pages have code samples marked "elixir". The languages that are known are python, typescript, go, java, php, ruby, csharp, rust, kotlin, swift, dart, python-tags: keep the code samples of the SDK, or teach the reader its language.',
    ]);
    const bare = elixir.map(({ file, text }) => ({ file, text: text.replaceAll("```elixir", "```") }));
    expect(problemsOf(bare)[0]).toMatch(/: the pages have no code sample, and the title "BooksApi"\./);
  });
});

describe("a generation of pages", () => {
  it.each(["java", "csharp", "python"] as const)(
    "of %s that has statuses anywhere has them everywhere",
    async (language) => {
      const [, table = ""] =
        /(### HTTP response details\n[\s\S]*?)\n(?:<a|\[\[Back|# )/.exec(
          (await shelfPages(language)).find(({ file }) => file === "docs/BooksApi.md")?.text ?? "",
        ) ?? [];
      expect(problemsOf(await changedPages(language, "docs/BooksApi.md", table, ""))).toContainEqual(
        expect.stringMatching(/^docs\/BooksApi\.md:\d+: the operation "\w+" has no part "http response details"/),
      );
    },
  );

  it("without a word about authorization states none", async () => {
    const pages = (await shelfPages("python-oldest")).map(({ file, text }) => ({
      file,
      text: text.replaceAll(/### Authorization\n\n.*\n/g, ""),
    }));
    const { evidence, problems } = readDocumentation("shelf", pages);
    expect(problems).toEqual([]);
    expect(evidence?.facts.filter(({ id }) => id.endsWith("/security"))).toEqual([]);
    expect(problemsOf(await changedPages("python-oldest", "docs/BooksApi.md", "### Authorization\n", ""))).toEqual([
      expect.stringMatching(/has no part "authorization"/),
    ]);
  });
});

describe("a model that is one of several", () => {
  const method = (name: string, answer: string): string =>
    `# Shelf::Anything\n\n## Class instance methods\n\n### \`${name}\`\n\nThe classes.\n\n#### Example\n\n\`\`\`ruby\nShelf::Anything.${name}\n# =>\n${answer}\n\`\`\`\n`;

  it.each(["openapi_one_of", "openapi_any_of"])("shows its classes on a Ruby page by %s", async (name) => {
    const text = method(name, "# [\n#   :'Book',\n#   :'Array<Author>'\n# ]");
    expect(await factsWith("ruby", { file: "docs/Anything.md", text }, "model/Anything")).toEqual({
      "model/Anything": "alias",
      "model/Anything/type": "@Book | array<@Author>",
    });
  });

  it("is a problem where the Ruby page is cut", async () => {
    const page = { file: "docs/Anything.md", text: method("openapi_one_of", "# [\n#   :'Book',") };
    expect(problemsOf([...(await shelfPages("ruby")), page])).toEqual([
      'docs/Anything.md:3: the page does not show which classes the model "Anything" may be. Get the whole page.',
    ]);
  });

  const footer = "\n[[Back to README]](../README.md)\n";
  it("shows its types on a Rust page as variants without values", async () => {
    const text = `# Anything\n\n## Enum Variants\n\n| Name | Description |\n|---- | -----|\n| Book |  |\n| String |  |\n${footer}`;
    expect(await factsWith("rust", { file: "docs/Anything.md", text }, "model/Anything")).toEqual({
      "model/Anything": "alias",
      "model/Anything/type": "@Book | text",
    });
  });

  it("is opaque on a Rust page without variants", async () => {
    const text = `# Anything\n\n## Enum Variants\n\n| Name | Value |\n|---- | -----|\n${footer}`;
    expect(await factsWith("rust", { file: "docs/Anything.md", text }, "model/Anything")).toEqual({
      "model/Anything": "opaque",
    });
  });

  it("is a problem on a Rust page where a value might be a number", async () => {
    const text = `# Size\n\n## Enum Variants\n\n| Name | Value |\n|---- | -----|\n| Variant1 | 1 |\n${footer}`;
    expect(problemsOf([...(await shelfPages("rust")), { file: "docs/Size.md", text }])).toEqual([
      "docs/Size.md:7: the page does not show whether the value 1 of the enumeration is a text or a number. State the values in facts by hand.",
    ]);
  });
});

describe("a default", () => {
  it("of an enumeration is the name of a member in C#", async () => {
    const pages = await changedPages(
      "csharp",
      "docs/Book.md",
      "| On its back |  |",
      "| On its back | [default to TitleEnum.None] |",
    );
    const { evidence } = readDocumentation("shelf", pages);
    expect(evidence && valuesOf(evidence).get("model/Book/property/Title/default-name")).toBe("TitleEnum.None");
  });

  it("of an enumeration in Rust is one where it is written like a member", async () => {
    const defaultOf = async (value: string): Promise<unknown> => {
      const pages = await changedPages(
        "rust",
        "docs/Book.md",
        "| On its back |",
        `| On its back | [default to ${value}]`,
      );
      const { evidence } = readDocumentation("shelf", pages);
      return evidence?.facts
        .filter(({ id }) => id.includes("property/title/default"))
        .map(({ id, value }) => [id, value]);
    };
    expect(await defaultOf("Wildcard")).toEqual([["model/Book/property/title/default-name", "Wildcard"]]);
    expect(await defaultOf("720h")).toEqual([["model/Book/property/title/default", "720h"]]);
  });
});

describe("a draft of a default that is the name of a member", () => {
  it.each([
    ["csharp", "TitleEnum.OnLoan", "on_loan"],
    ["rust", "Wildcard", "wildcard"],
  ] as const)("of %s has the likeliest value, and asks", async (language, member, value) => {
    const row = language === "rust" ? "| On its back |" : "| On its back |  |";
    const noted =
      language === "rust" ? `| On its back | [default to ${member}]` : `| On its back | [default to ${member}] |`;
    const { evidence } = readDocumentation("shelf", await changedPages(language, "docs/Book.md", row, noted));
    const draft = evidence === undefined ? "" : draftSpec(evidence);
    expect(draft).toContain(`default: ${value}\n`);
    expect(draft).toContain(`Its default is what the SDK calls ${member}`);
  });
});

describe("a Kotlin page", () => {
  it("shows a list of an enumeration by its link alone", async () => {
    const pages = await changedPages(
      "kotlin",
      "docs/Book.md",
      "[**inline**](#State)",
      "[**inline**](#kotlin.collections.List&lt;State&gt;)",
    );
    const { evidence } = readDocumentation("shelf", pages);
    expect(evidence && valuesOf(evidence).get("model/Book/property/state/type")).toBe('array<"here" | "lent">');
  });
});

describe("a parameter of which the oldest Python pages show no type", () => {
  it("has none, but a request body is an object or any value", async () => {
    const types = { "[**list[str]**](str.md)": "**Dict**", "**book** | [**Book**](Book.md)": "**body** | **Dict**" };
    const pages = (await shelfPages("python-oldest")).map(({ file, text }) => {
      const retyped = Object.entries(types).reduce((before, [from, to]) => before.replace(from, to), text);
      return {
        file,
        text: retyped.replaceAll("(book)", "(body)").replaceAll("book = shelf.Book() # Book", "body = {} # dict"),
      };
    });
    const { evidence, problems } = readDocumentation("shelf", pages);
    expect(problems).toEqual([]);
    const values = evidence && valuesOf(evidence);
    expect(values?.has("operation/list_books/parameter/genre/type")).toBe(false);
    expect(values?.get("operation/add_book/parameter/body/type")).toBe("unknown");
  });
});
