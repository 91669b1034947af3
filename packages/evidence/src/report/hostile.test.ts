import { expect, it } from "vitest";
import type { Spec } from "../spec/load-spec.js";
import type { Verification } from "../verify/verify.js";
import { printHtmlReport } from "./html.js";
import { printLine } from "./lines.js";
import { printMarkdownReport } from "./markdown.js";
import { printTextReport } from "./text.js";

const hostile = "<img src=x>\n# [x](y) \u001b[31m\u202e\u2066";

// Nothing is located where nothing is found.
const spec = {} as Spec;
const verification: Verification = {
  provider: hostile,
  spec,
  findings: [],
  unsourced: [],
  needless: [],
  texts: [],
  passed: true,
};
const reported = [{ verification, waiverFile: hostile }];
const line = {
  kind: "missing",
  subject: hostile,
  documented: hostile,
  page: hostile,
  spec: hostile,
  says: hostile,
  isFault: true,
} as const;

it.each([
  ["a terminal", printTextReport(reported) + printLine(line)],
  ["Markdown", printMarkdownReport(reported)],
  ["HTML", printHtmlReport(reported)],
])("lets no control character and no mark of direction through in %s", (_, text) => {
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it("lets no tag and no heading of others through", () => {
  expect(printHtmlReport(reported)).not.toContain("<img");
  const page = printMarkdownReport(reported);
  expect(page).not.toMatch(/(?<!\\)<img|(?<!\\)\[x/);
  expect(page.split("\n").filter((one) => one.startsWith("# "))).toEqual(["# Specs held against their documentation"]);
});
