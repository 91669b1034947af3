import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { type Outcome, runIn } from "./run-facsimile.js";

function diff(args: readonly string[], cwd: string): Promise<Outcome> {
  return runIn(cwd, ["diff", ...args]);
}

function shelf(status: string, title = "Shelf"): string {
  return `openapi: 3.1.0
info: { title: ${title}, version: 1.0.0 }
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: status, in: query, schema: { enum: [${status}] } }
      responses: { "204": { description: done } }
`;
}

const narrower = { "old.yaml": shelf("lent, free"), "new.yaml": shelf("lent") };

describe("facsimile diff", () => {
  it("says what breaks, with the reason, the operation and both places", async () => {
    expect(await diff(["old.yaml", "new.yaml"], await temporaryFolder(narrower))).toEqual({
      code: 1,
      out: `old.yaml → new.yaml: 1 breaking

breaking  Query parameter \`status\` may no longer be \`"free"\`.
          enum-value-removed, request
          GET /books
          old.yaml:8:38 → new.yaml:8:38
          such as "free"
`,
      err: "",
    });
  });

  it.each([
    [["new.yaml", "old.yaml"], 0],
    [["new.yaml", "old.yaml", "--fail-on", "any"], 1],
    [["old.yaml", "new.yaml", "--class", "enum-value-removed/request=safe"], 0],
    [["old.yaml", "new.yaml", "--class", "enum-value-removed/request=warning", "--fail-on", "warning"], 1],
    [["old.yaml", "old.yaml", "--fail-on", "any"], 0],
    [["new.yaml", "old.yaml", "old.yaml", "new.yaml"], 1],
  ])("ends %j with %i", async (args, code) => {
    expect((await diff(args, await temporaryFolder(narrower))).code).toBe(code);
  });

  it.each([
    [["old.yaml"], "name an old and a new edition, and any further ones in pairs"],
    [["old.yaml", "gone.yaml"], "gone.yaml: there is no such file or folder"],
    [["old.yaml", "new.yaml", "--fail-on", "worst"], '--fail-on is breaking, warning or any, and not "worst"'],
    [["old.yaml", "new.yaml", "--class", "enum-value-remved/request=safe"], "did you mean enum-value-removed?"],
    [["/dev/null", "new.yaml"], "/dev/null: is neither a file nor a folder"],
    [["old.yaml", "new.yaml", "--html", "old.yaml/page.html"], "page.html: cannot be written"],
    [["old.yaml", "new.yaml", "--html", "."], "cannot be written"],
    [["npm:a@file:/tmp", "new.yaml"], "npm:a@file:/tmp: write npm:<package>@<version>"],
    [["git:main", "new.yaml"], "git:main: write git:<revision>:<path>"],
    [["old.yaml", "bad.yaml"], "bad.yaml:1:1 error document-not-object"],
  ])("refuses %j in a sentence", async (args, sentence) => {
    const { code, err } = await diff(args, await temporaryFolder({ ...narrower, "bad.yaml": "a list\n" }));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
    expect(err).not.toContain("    at ");
  });

  it("holds the documents of two folders against each other by their names", async () => {
    const folder = await temporaryFolder({
      "a/shelf/openapi.yaml": shelf("lent"),
      "a/store.yaml": shelf("lent"),
      "b/shelf/openapi.yaml": shelf("lent, free"),
      "b/store.yaml": shelf("lent", "Store"),
    });
    const { code, out } = await diff(["a", "b", "--json"], folder);
    const { documents } = JSON.parse(out);
    expect(code).toBe(0);
    expect(documents.map(({ name, counts }: { name: string; counts: unknown }) => ({ name, counts }))).toEqual([
      { name: "store", counts: { breaking: 0, unknown: 0, warning: 0, safe: 0, documentation: 1 } },
      { name: "shelf", counts: { breaking: 0, unknown: 0, warning: 0, safe: 1, documentation: 0 } },
    ]);
    expect((await diff(["a", "b/shelf"], folder)).err).toContain("b/shelf: has no document called store");
  });

  it("reads a document of a revision, with the files that it refers to, and leaves the working copy alone", async () => {
    const folder = await temporaryFolder({
      "specs/openapi.yaml": shelf("lent, free").replace("{ enum: [lent, free] }", '{ $ref: "parts/status.yaml" }'),
      "specs/parts/status.yaml": 'enum: [lent, free]\ndescription: { $ref: "../words.yaml" }\n',
      "other.txt": "mine",
    });
    const git = (...args: readonly string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "first");
    execFileSync("sed", ["-i", "s/lent, free/lent/", "specs/parts/status.yaml"], { cwd: folder });
    const { code, out } = await diff(["git:HEAD:specs/openapi.yaml", "specs/openapi.yaml"], folder);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining("git:HEAD:specs/parts/status.yaml:1:1 → specs/parts/status.yaml:1:1"),
    });
    expect(git("status", "--short").trim()).toBe("M specs/parts/status.yaml");
    expect(await readFile(join(folder, "other.txt"), "utf8")).toBe("mine");
    expect((await diff(["git:HEAD:specs/gone.yaml", "specs/openapi.yaml"], folder)).err).toContain(
      "HEAD has no specs/gone.yaml",
    );
    expect((await diff(["git:v9:specs/openapi.yaml", "specs/openapi.yaml"], folder)).err).toContain(
      "there is no revision v9",
    );
  });

  it("asks the compiler where it is told to", async () => {
    const files = { "old.yaml": shelf("lent"), "new.yaml": shelf("lent").replace("listBooks", "searchBooks") };
    const folder = await temporaryFolder(files);
    expect(await diff(["old.yaml", "new.yaml"], folder)).toMatchObject({
      code: 0,
      out: "old.yaml → new.yaml: no change\n",
    });
    const { code, out } = await diff(["old.yaml", "new.yaml", "--types"], folder);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/breaking {2}.*`listBooks\(\)`.*`searchBooks\(\)`.*\n {10}function-renamed\n/),
    });
  });

  it("writes a comment for a pull request", async () => {
    const folder = await temporaryFolder(narrower);
    await diff(["old.yaml", "new.yaml", "--markdown", "comment.md"], folder);
    const text = await readFile(join(folder, "comment.md"), "utf8");
    expect(text).toContain("### new: 1 breaking");
    expect(text).toContain("<details open><summary>1 breaking</summary>");
  });

  it("writes a page for reviewers", async () => {
    const folder = await temporaryFolder(narrower);
    await diff(["old.yaml", "new.yaml", "--html", "page.html"], folder);
    const page = await readFile(join(folder, "page.html"), "utf8");
    expect(page).toContain("<h1>One change breaks callers</h1>");
    expect(page).toMatch(/<summary>old\.yaml:\d+ → new\.yaml:\d+<\/summary>/);
  });
});
