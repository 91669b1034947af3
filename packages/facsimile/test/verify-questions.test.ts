import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixture } from "../../evidence/test/shelf.js";
import { run, specsWith } from "./shelf-specs.js";

describe("facsimile verify --questions", () => {
  it("writes a checklist with links to the pages", async () => {
    const folder = await specsWith((spec) => spec);
    const args = ["shelf", "--questions", "specs/shelf/questions.md", "--pages", fixture("java")];
    expect((await run("verify", args, folder)).code).toBe(1);
    expect(await readFile(join(folder, "specs/shelf/questions.md"), "utf8")).toMatch(
      /^# Questions about shelf\n\n1 open\.[\s\S]*\n- \[ \] \*\*Book\*\*: No page states schema Book\.lentAt nullable\. — \[openapi\.yaml:82\]\(openapi\.yaml#L82\)\n$/,
    );
  });

  it("takes one provider, a Markdown file, and pages only for it", async () => {
    const folder = await specsWith((spec) => spec);
    const wrong = [
      ["shelf", "--questions", "a.txt"],
      ["shelf", "shelf", "--questions", "a.md"],
      ["shelf", "--pages", "."],
    ];
    const ended = await Promise.all(wrong.map((args) => run("verify", args, folder)));
    expect(ended.map(({ code, err }) => `${code} ${err.split("\n")[0]}`)).toEqual([
      '2 facsimile verify: a checklist is a file that ends in .md, which "a.txt" does not',
      "2 facsimile verify: --questions goes with one provider",
      "2 facsimile verify: --pages goes with --questions",
    ]);
  });
});
