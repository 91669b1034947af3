import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { printDiffHtml } from "../src/index.js";
import { change, diffOf, hostile } from "./report-changes.js";

test("a change has its class, sentence, rule, direction, operations, example and both places with their lines", () => {
  const page = printDiffHtml([diffOf([change({ example: "sixsix" })])]);
  const [article = ""] = /<article.*<\/article>/s.exec(page) ?? [];
  expect(article).toContain('<span class="badge">breaking</span> <span class="direction">request</span>');
  expect(article).toContain("The greatest length of <code>title</code> is 5 now, it was 9.");
  expect(article).toContain("<code>max-length-lowered</code> A greatest length is lowered");
  expect(article).toContain("<code>POST /books</code>");
  expect(article).toContain("Only the old edition allows <code>&#34;sixsix&#34;</code>");
  expect(article).toContain("<summary>old.yaml:2 → new.yaml:2</summary>");
  expect(article).toContain('<mark data-n="2" class="own">  maxLength: 9\n</mark>');
  expect(article).toContain('<mark data-n="2" class="own">  maxLength: 5\n</mark>');
  expect(article).toContain('<span data-n="1">title:\n</span>');
});

test("no text of a document becomes markup, and nothing of it is hidden", () => {
  const place = { file: `${hostile}.yaml`, line: 1, column: 1, pointer: "" };
  const all = change({
    message: `\`${hostile}\` ${hostile}`,
    operations: [`GET /${hostile}`],
    rule: hostile,
    example: { [hostile]: hostile },
    old: place,
    new: undefined,
  });
  const sources = new Map([[place.file, `${hostile}\n`]]);
  const page = printDiffHtml([diffOf([all], { name: hostile, old: hostile, new: hostile, sources }), diffOf([])]);
  expect(page.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(page).toContain("[U+202E]");
  expect(page).not.toMatch(/<img|<!--/);
  // The page's own: data, and the script.
  expect(page.match(/<\/script/g)).toHaveLength(2);
  expect(page.match(/<\/style/g)).toHaveLength(1);
  const attributes = [...page.matchAll(/<[a-z][a-z0-9]*((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)].length;
  expect(page.match(/<[a-z]/g)).toHaveLength(
    attributes +
      scriptsOf(page)
        .join("")
        .split(/<[a-z]/).length -
      1,
  );
});

test("what breaks comes first, also in several documents, and all is counted", () => {
  const safe = change({ class: "safe" });
  const words = change({ area: "metadata", class: "safe", direction: "none", operations: [] });
  const page = printDiffHtml([
    diffOf([safe, words], { name: "one" }),
    diffOf([change(), change(), safe], { name: "two" }),
    diffOf([], { name: "three" }),
  ]);
  expect(page).toContain("<h1>2 changes break callers</h1>");
  const titles = [...page.matchAll(/<h([23])[^>]*>([^<]*)(?:<span class="count">(\d+))?/g)].map(([, ...parts]) =>
    parts.slice(1).filter(Boolean).join("").trim(),
  );
  expect(titles).toEqual(["two", "Breaking 2", "Safe 1", "one", "Safe 1", "Documentation 1", "three"]);
  expect(page).toMatch(/<details class="group documentation"><summary>/);
  expect(page).toContain('value="safe" checked> safe <span class="count">2</span>');
});

test("only the script and the style of the page may run, and it asks for nothing", () => {
  const page = printDiffHtml([diffOf([change()])]);
  const [, own = ""] = scriptsOf(page);
  const digest = createHash("sha256").update(own).digest("base64");
  expect(page).toContain(`default-src &#39;none&#39;`);
  expect(page).toContain(`script-src &#39;sha256-${digest}&#39;`);
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
});

test("long lines are cut around the place, long sentences and many operations too", () => {
  const operations = Array.from({ length: 80 }, (_, index) => `GET /${index}`);
  const line = `${"a".repeat(300)}${"😀".repeat(40)}HERE${"b".repeat(1_000_000)}`;
  const long = change({ operations, message: `${"word ".repeat(1000)}.`, example: "x".repeat(1000) });
  const old = { file: "old.yaml", line: 1, column: 381, pointer: "" };
  const page = printDiffHtml([diffOf([{ ...long, old, new: undefined }], { sources: new Map([["old.yaml", line]]) })]);
  expect(page).toContain("HERE");
  expect(page).toContain("<li>and 30 more</li>");
  expect(page.length).toBeLessThan(30_000);
});

test("many changes make a page that a browser scrolls, and what has no room is counted", () => {
  const text = `${"  some line of a document that is as long as many of them are\n".repeat(20_000)}`;
  const sources = new Map([
    ["old.yaml", text],
    ["new.yaml", text],
  ]);
  const changes = Array.from({ length: 3_200 }, (_, index) =>
    change({
      class: index < 3_190 ? "safe" : "breaking",
      old: { file: "old.yaml", line: index + 1, column: 3, pointer: "" },
    }),
  );
  const page = printDiffHtml([diffOf(changes, { sources })]);
  expect(Buffer.byteLength(page)).toBeLessThan(5_000_000);
  expect(page.match(/<article/g)).toHaveLength(3_000);
  expect(page).toContain("200 more have no room here");
  expect(page.match(/<article [^>]*class="breaking"/g)).toHaveLength(10);
});

function scriptsOf(page: string): readonly string[] {
  return [...page.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, text]) => text ?? "");
}
