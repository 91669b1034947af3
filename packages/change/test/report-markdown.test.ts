import { expect, test } from "vitest";
import { printDiffMarkdown, printDiffText } from "../src/index.js";
import { change, diffOf, hostile } from "./report-changes.js";

test("a change is a line: its sentence, its rule, and where", () => {
  const elsewhere = { file: "parts/a.yaml", line: 7, column: 1, pointer: "" };
  expect(
    printDiffMarkdown([diffOf([change(), change({ class: "safe", new: elsewhere, direction: "response" })])]),
  ).toBe(
    [
      "### books: 1 breaking, 1 safe",
      "",
      "`old.yaml` → `new.yaml`",
      "",
      "<details open><summary>1 breaking</summary>",
      "",
      "- The greatest length of `title` is 5 now, it was 9. <sub>max-length-lowered · request · `POST /books` · line 2 → line 2</sub>",
      "",
      "</details>",
      "",
      "<details><summary>1 safe</summary>",
      "",
      "- The greatest length of `title` is 5 now, it was 9. <sub>max-length-lowered · response · `POST /books` · line 2 → `parts/a.yaml:7`</sub>",
      "",
      "</details>",
      "",
      "",
    ].join("\n"),
  );
});

test("an operation that a sentence names is code", () => {
  const removed = change({ message: "DELETE /books/{book_id} is gone.", operations: ["DELETE /books/{book_id}"] });
  expect(printDiffMarkdown([diffOf([removed])])).toContain("- `DELETE /books/{book_id}` is gone. ");
});

test("no text of a document is markup, mentions anybody, or hides something", () => {
  const all = change({ message: `${hostile} \`\`a\`\``, operations: [`GET /${hostile}`] });
  const text = printDiffMarkdown([diffOf([all], { name: hostile, old: hostile, new: hostile })]);
  const outside = text
    .replaceAll(/`[^`\n]*`|<span>\$<\/span>/g, "")
    .replaceAll(/<\/?(?:details|summary|sub)(?: open)?>/g, "");
  expect(outside).not.toMatch(/[<`]|@octocat|#12|\$x/);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});

test("the report has room in a comment, the worst of all documents first, and counts what it leaves out", () => {
  const long = { message: `${"ü".repeat(500)}.` };
  const [safe, breaking] = [change({ ...long, class: "safe" }), change(long)];
  const text = printDiffMarkdown([
    diffOf(Array(300).fill(safe), { name: "one" }),
    diffOf(Array(40).fill(breaking), { name: "two" }),
    diffOf([], { name: "three" }),
  ]);
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  expect(text).toContain("<details><summary>40 breaking</summary>");
  expect(text.slice(text.indexOf("40 breaking</summary>")).match(/^- /gm)).toHaveLength(40);
  expect(text).toMatch(/_\d+ more have no room here/);
  expect(text.match(/<details/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  expect(text).toContain("_No change in 1 more of the documents._");
});

test("hundreds of documents have room in a comment too", () => {
  const text = printDiffMarkdown(
    Array.from({ length: 900 }, (_, index) => diffOf([change()], { name: `api-${index}` })),
  );
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  expect(text).toMatch(/_\d+ more documents have no room here/);
});

test("control characters of a document never reach the terminal", () => {
  const text = printDiffText([
    diffOf([change({ message: "`\u001b[31m\u202E` is\ngone.", operations: ["GET /\u0007"] })]),
  ]);
  const file = "\u001b[2Ja.yaml";
  const named = printDiffText([diffOf([], { name: file, old: file, new: file }), diffOf([])]);
  expect(`${text}${named}`.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text).toContain("`[U+001B][31m[U+202E]` is gone.");
});
