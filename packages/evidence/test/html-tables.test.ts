import { describe, expect, it } from "vitest";
import { printProblem, readDocumentation } from "../src/index.js";
import { shelfPages, valuesOf } from "./shelf.js";

const head = "<tr><th>Name</th><th>Type</th><th>Description</th><th>Notes</th></tr>";
const row = '<td><b>full_name</b></td><td><a href="Author.md"><code>Author</code></a></td><td></td><td>[optional]</td>';

/** The shelf in Python with another table of the properties of an author. */
async function withTable(table: string): Promise<ReturnType<typeof readDocumentation>> {
  const pages = await shelfPages("python");
  return readDocumentation(
    "shelf",
    pages.map((page) =>
      page.file === "docs/Author.md"
        ? { ...page, text: `# Author\n\n## Properties\n\n${table}\n\n[[Back to README]](../README.md)\n` }
        : page,
    ),
  );
}

async function problemsOf(table: string): Promise<readonly string[]> {
  return (await withTable(table)).problems.map(printProblem);
}

describe("a table in HTML", () => {
  it("says what the same one in Markdown says, each row on the line of its <tr>", async () => {
    const { evidence, problems } = await withTable(`<table>
<colgroup><col width="20%"><col></colgroup>
<thead>

${head}
</thead>
<tr>
      <td><p><strong>full&#8203;_name</strong></p></td>
      <td><a href="Author.md"><code>Author</code></a></td>
      <td>One <b>or</b>
 two<br/>names</td>
      <!-- checked -->
      <TD STYLE="text-align: right">[optional]</TD>
    </tr>

<tr><td><del>born</del></td><td>date</td><td></td><td></td></tr>
</table>`);
    const inMarkdown = await withTable(`Name | Type | Description | Notes
--- | --- | --- | ---
**full_name** | [\`Author\`](Author.md) | One **or** two<br>names | [optional]
~~born~~ | date | | `);
    expect(problems).toEqual([]);
    expect(evidence === undefined ? [] : [...valuesOf(evidence)]).toEqual(
      inMarkdown.evidence === undefined ? [] : [...valuesOf(inMarkdown.evidence)],
    );
    const lineOf = (id: string): number | undefined => evidence?.facts.find((fact) => fact.id === id)?.line;
    expect(lineOf("model/Author/property/full_name/type")).toBe(11);
    expect(lineOf("model/Author/property/born/deprecated")).toBe(20);
  });

  it.each([
    [
      "has no head",
      `<table><tr>${row}</tr></table>`,
      "5: this table has no row of <th>, which says what its columns are",
    ],
    ["has two heads", `<table>${head}\n${head}</table>`, "6: this is a second head of this table"],
    [
      "has a row of other length",
      `<table>${head}\n<tr><td>a</td></tr></table>`,
      "6: this row has 1 cells in a table of 4 columns",
    ],
    [
      "has a cell for two rows",
      `<table>${head}\n<tr><td rowspan=2>a</td></tr></table>`,
      "6: <td> has the attribute rowspan",
    ],
    ["has a hidden row", `<table>${head}\n<tr hidden>${row}</tr></table>`, "6: <tr> has the attribute hidden"],
    ["has an open cell", `<table>${head}\n<tr><td>a\n<td>b</tr></table>`, "7: a <td> of this table is never closed"],
    [
      "has an open mark in a cell",
      `<table>${head}\n<tr><td><b>a</td></tr></table>`,
      "6: a <b> of this table is never closed",
    ],
    [
      "has a list in a cell",
      `<table>${head}\n<tr><td><ul><li>a</li></ul></td></tr></table>`,
      "6: <ul> stands here, where the table of a page in Markdown has none",
    ],
    [
      "has two paragraphs in a cell",
      `<table>${head}\n<tr><td><p>a</p><p>b</p></td></tr></table>`,
      "6: <p> stands here, where the table of a page in Markdown has none",
    ],
    [
      "has a type in brackets for a tag",
      `<table>${head}\n<tr><td>a</td><td>List<Book></td></tr></table>`,
      "6: <book> stands here, where the table of a page in Markdown has none",
    ],
    [
      "has a table in it",
      `<table>${head}\n<tr><td><table></table></td></tr></table>`,
      "6: <table> stands here, where the table of a page in Markdown has none",
    ],
    [
      "has words beside its cells",
      `<table>${head}\n<caption>All</caption></table>`,
      "6: <caption> stands here, where the table of a page in Markdown has none",
    ],
    [
      "has words between its rows",
      `<table>${head}\nwords\n<tr>${row}</tr></table>`,
      "6: words stand beside the cells of this table",
    ],
    [
      "has words after it",
      `<table>${head}<tr>${row}</tr></table> words`,
      "5: words stand beside the cells of this table",
    ],
    [
      "has Markdown in a cell",
      `<table>${head}\n<tr><td>\n\n**a**\n\n</td></tr></table>`,
      "10: a cell of this table has an empty line, after which Markdown begins",
    ],
    [
      "has a sign with a backslash",
      `<table>${head}\n<tr><td>full\\_name</td><td>str</td><td></td><td></td></tr></table>`,
      '6: a cell of this table has "\\_", which is Markdown for "_"',
    ],
    ["has nothing in it", "<table>\n</table>", "6: this table has no rows"],
    [
      "is never closed",
      `<table>${head}\n<tr>${row}</tr>`,
      "5: this is part of a table in HTML that does not stand alone and whole",
    ],
    [
      "stands in a list",
      `- <table>${head}<tr>${row}</tr></table>`,
      "5: this is part of a table in HTML that does not stand alone and whole",
    ],
  ])("is an error with its place where it %s", async (_, table, message) => {
    const fix = "Write the table in Markdown, or in HTML with one head and with cells that are closed";
    expect(await problemsOf(table)).toContain(`docs/Author.md:${message}. ${fix}.`);
  });

  it("is read in time that grows with its length", async () => {
    const much = (text: string): string => text.repeat(400_000 / text.length);
    const tables = [
      `<table>${head}${much(`<tr>${row}</tr>\n`)}</table>`,
      `<table>${head}<tr><td>${much("<b>")}</table>`,
      `<table ${much("a ")}>${much("<tr><td>")}</table>`,
      much("<table>\n\n"),
      much("<table></table>\n\n"),
    ];
    const began = performance.now();
    for (const table of tables) await problemsOf(table);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
