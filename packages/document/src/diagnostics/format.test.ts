import { expect, test } from "vitest";
import type { Diagnostic } from "./diagnostic.js";
import { formatDiagnostics } from "./format.js";
import { diagnosticsToJson } from "./json.js";

const diagnostic: Diagnostic = {
  code: "operation-id-missing",
  severity: "error",
  message: "The operation GET /users has no operationId.",
  fix: "Add an operationId.",
  file: "specs/users.yaml",
  position: { line: 3, column: 5 },
  pointer: "/paths/~1users/get",
};

const sources = new Map([["specs/users.yaml", "paths:\n  /users:\r\n    get: {}\n"]]);

test("a diagnostic names its place, shows the line, and says what to do", () => {
  expect(formatDiagnostics([diagnostic], { sources })).toBe(
    [
      "specs/users.yaml:3:5 error operation-id-missing",
      "  The operation GET /users has no operationId.",
      "    3 |     get: {}",
      "      |     ^",
      "  Fix: Add an operationId.",
      "  at /paths/~1users/get, see facsimile explain operation-id-missing",
    ].join("\n"),
  );
});

test("without the text of the file there is no line to show", () => {
  expect(formatDiagnostics([diagnostic])).not.toContain("get: {}");
});

test("a file that could not be read has neither line nor pointer", () => {
  const unread: Diagnostic = { ...diagnostic, code: "file-unreadable", position: undefined, pointer: undefined };
  expect(formatDiagnostics([unread], { sources }).split("\n")).toEqual([
    "specs/users.yaml error file-unreadable",
    "  The operation GET /users has no operationId.",
    "  Fix: Add an operationId.",
    "  see facsimile explain file-unreadable",
  ]);
});

test("an empty line stands between two diagnostics, and none after the last", () => {
  expect(formatDiagnostics([diagnostic, diagnostic]).split("\n\n")).toHaveLength(2);
  expect(formatDiagnostics([])).toBe("");
});

test("a long line is cut around the place, and the caret stays under it", () => {
  const line = `${"a".repeat(300)}HERE${"b".repeat(300)}`;
  const long = { ...diagnostic, position: { line: 1, column: 301 } };
  const [, , source = "", caret = ""] = formatDiagnostics([long], { sources: new Map([[long.file, line]]) }).split(
    "\n",
  );
  expect(source.length).toBeLessThan(115);
  expect(source.slice(caret.indexOf("^")).startsWith("HERE")).toBe(true);
});

test("control characters of a document never reach the terminal", () => {
  const hostile = { ...diagnostic, message: "\u001b[31mred\u0007", pointer: "/\u001b]0;title\u0007", fix: "a\nb" };
  const text = formatDiagnostics([hostile], { sources: new Map([[hostile.file, "\n\n\u001b[2J\u202Ex"]]) });
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.split("\n")).toHaveLength(6);
});

test("colours are written for a terminal only", () => {
  expect(formatDiagnostics([diagnostic], { color: true })).toContain("\u001b[31merror\u001b[39m");
  expect(formatDiagnostics([{ ...diagnostic, severity: "warning" }], { color: true })).toContain(
    "\u001b[33mwarning\u001b[39m",
  );
  expect(formatDiagnostics([diagnostic])).not.toContain("\u001b");
});

test("JSON has the same members for every diagnostic", () => {
  const unread = { ...diagnostic, position: undefined, pointer: undefined };
  expect(diagnosticsToJson([diagnostic, unread])).toEqual([
    {
      code: "operation-id-missing",
      severity: "error",
      message: "The operation GET /users has no operationId.",
      fix: "Add an operationId.",
      file: "specs/users.yaml",
      line: 3,
      column: 5,
      pointer: "/paths/~1users/get",
    },
    expect.objectContaining({ line: null, column: null, pointer: null }),
  ]);
});

test("of one kind the first five are shown, and how many more there are", () => {
  const many = Array.from({ length: 180 }, (_, line) => ({ ...diagnostic, position: { line: line + 1, column: 1 } }));
  const other: Diagnostic = { ...diagnostic, code: "operation-id-duplicate", position: { line: 200, column: 1 } };
  const paragraphs = formatDiagnostics([...many, other]).split("\n\n");
  expect(paragraphs).toHaveLength(6);
  expect(paragraphs.filter((text) => text.includes("more like it"))).toEqual([paragraphs[4]]);
  expect(paragraphs[4]).toMatch(/\n {2}… and 175 more like it: --all shows them$/);
  expect(formatDiagnostics([...many, other], { all: true }).split("\n\n")).toHaveLength(181);
});
