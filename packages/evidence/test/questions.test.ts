import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checklistOf, draftSpec, type Evidence, printEvidence, readDocumentation, verifyFolder } from "../src/index.js";
import { changedPages, fixture, type Language, languages, shelfEvidence } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

/** A provider's folder with a draft that somebody has changed. */
async function providerFolder(
  evidence: Evidence,
  change: (draft: string) => string = (draft) => draft,
): Promise<string> {
  return temporaryFolder({
    "specs/shelf/evidence.json": printEvidence(evidence),
    "specs/shelf/openapi.yaml": change(draftSpec(evidence)),
  });
}

async function checklist(
  cwd: string,
  language: Language = "java",
): Promise<{ readonly text: string; readonly open: number }> {
  const folder = "specs/shelf";
  const file = join(cwd, folder, "questions.md");
  const found = await checklistOf(await verifyFolder(folder, cwd), { folder, cwd, file, pages: fixture(language) });
  await writeFile(file, found.text);
  return found;
}

function items(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.startsWith("- ["));
}

describe.each(languages)("the questions about a draft from the pages of a %s SDK", (language) => {
  it("are its comments, each once, and nothing else", async () => {
    const evidence = await shelfEvidence(language);
    const { text, open } = await checklist(await providerFolder(evidence), language);
    // The first two lines of a draft say what it is.
    const comments =
      draftSpec(evidence)
        .match(/^ *# .*/gm)
        ?.slice(2) ?? [];
    expect(items(text)).toHaveLength(comments.length);
    expect(open).toBe(comments.length);
  });

  it("lead to lines of the pages that are there, and to the comment's line of the document", async () => {
    const folder = await providerFolder(await shelfEvidence(language));
    const { text, open } = await checklist(folder, language);
    const links = [...text.matchAll(/\]\(([^)#]+)#L(\d+)\)/g)];
    expect(links.length).toBeGreaterThanOrEqual(open);
    for (const [, target = "", line] of links) {
      const page = await readFile(join(folder, "specs/shelf", target), "utf8");
      expect(page.split("\n")[Number(line) - 1]?.trim()).toBeTruthy();
    }
    expect(items(text).filter((item) => !item.includes("openapi.yaml:"))).toEqual([]);
  });
});

describe("the questions about a document", () => {
  it("name the row of the page that shows a name", async () => {
    const { text } = await checklist(await providerFolder(await shelfEvidence("java")));
    expect(text).toContain(
      '- [ ] **listBooks**: The page shows the SDK\'s spelling: is "pageSize" the name on the wire, and does it travel in the query? — [pageSize](',
    );
    expect(text).toMatch(/\[pageSize\]\([^)]*docs\/BooksApi\.md#L\d+\), \[openapi\.yaml:\d+\]\(openapi\.yaml#L\d+\)$/m);
  });

  it("lose what is answered, and keep what is ticked and still open", async () => {
    const folder = await providerFolder(await shelfEvidence("java"));
    const first = await checklist(folder);
    const file = join(folder, "specs/shelf/questions.md");
    await writeFile(file, first.text.replace("- [ ] **removeBook 404**", "- [x] **removeBook 404**"));
    const spec = join(folder, "specs/shelf/openapi.yaml");
    const draft = await readFile(spec, "utf8");
    const question =
      /^ *# The page does not show whether it is required\.\n|^ *# The page shows the SDK's spelling: is "pageSize".*\n/m;
    expect(draft).toMatch(question);
    await writeFile(spec, `\n${draft.replace(question, "")}`);
    const second = await checklist(folder);
    expect(items(second.text).filter((item) => item.startsWith("- [x]"))).toHaveLength(1);
    expect(second.text).toContain("- [x] **removeBook 404**: The page does not say what the body of this status is. —");
    // Nothing but a waiver or wire.json answers what the comment asked: the fact itself is left.
    expect(second.text).toContain("**listBooks**: The document calls it pageSize in the query, which no page shows.");
    expect(second.open).toBe(first.open);
  });

  it("begin with where it disagrees with the pages", async () => {
    const folder = await providerFolder(await shelfEvidence("java"), (draft) =>
      draft.replace("default: 20", "default: 50"),
    );
    const { text } = await checklist(folder);
    expect(text.split("\n## ")[1]).toMatch(
      /^Where the pages and the document disagree \(1\)\n[\s\S]*pageSize\/default is 20 there/,
    );
  });

  it("have each place that was not understood, and what no page states", async () => {
    const pages = await changedPages("java", "docs/Book.md", "|**title** | **String**", "|**title** | **List<**");
    const { evidence } = readDocumentation("shelf", pages, { keepGoing: true });
    if (evidence === undefined) throw new Error("there is no evidence");
    const more =
      "    delete:\n      operationId: burn\n      responses:\n        '204':\n          description: Gone.\n";
    const folder = await providerFolder(evidence, (draft) => draft.replace("  /books:\n", `  /books:\n${more}`));
    const { text } = await checklist(folder);
    expect(text).toContain("## What was not understood (1)");
    expect(text).toContain("## What no page states");
    expect(text).toContain("**burn**: No page states DELETE /books.");
  });

  it("are none where all is explained", async () => {
    const folder = await temporaryFolder({
      "specs/shelf/evidence.json": printEvidence({ ...(await shelfEvidence("java")), facts: [], differences: [] }),
      "specs/shelf/openapi.yaml":
        "openapi: 3.1.0\ninfo: { title: Shelf, version: '1', x-assumed: No page says it. }\npaths: {}\n",
    });
    expect((await checklist(folder)).text).toBe(
      "# Questions about shelf\n\nNothing is open. What is answered goes from this list when it is written anew.\n",
    );
  });

  it("let no Markdown of a page through", async () => {
    const evidence = await shelfEvidence("java");
    const facts = evidence.facts.map((fact) =>
      fact.id === "operation/listBooks/path" ? { ...fact, value: "/[x](y)<b>", page: "a](b) <c>.md" } : fact,
    );
    const folder = await providerFolder({ ...evidence, facts });
    const changed = (await readFile(join(folder, "specs/shelf/openapi.yaml"), "utf8")).replace("/[x](y)<b>", "/other");
    await writeFile(join(folder, "specs/shelf/openapi.yaml"), changed);
    const { text } = await checklist(folder);
    expect(text).toContain("a\\](b) \\<c\\>.md:");
    expect(text).toContain("/\\[x\\](y)\\<b\\>");
    expect(text).not.toMatch(/(?<!\\)<[bc]>|(?<!\\)\[x\]\(/);
  });
});
