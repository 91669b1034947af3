import type { RootContent } from "mdast";
import { lineOf, linksBack, type Section, splitSections, textOf } from "./markdown.js";
import { readOperation } from "./operation.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { columnsOf, readRows } from "./table.js";

/** One row of the list of operations that begins a page. */
interface Listed {
  readonly name: string;
  readonly line: number;
  readonly summary: string;
}

const relativeTo = /All URIs are relative to \*?(\S+?)[.,]?\*?(?=\s|$)/;

/** True for the page of an API: it says what its paths are relative to. */
export function isOperationsPage(page: MarkdownPage): boolean {
  return page.tree.children.slice(0, 5).some((node) => node.type === "paragraph" && relativeTo.test(textOf(node)));
}

/** Reads the page of an API: the base URL, the list of its operations, and one section for each. */
export function readOperationsPage(page: MarkdownPage, reading: Reading): void {
  const { before, sections } = splitSections(page.tree.children.slice(1), (heading) => heading.depth <= 2);
  readServer(before, reading);
  const listed = readList(before, page, reading);
  const named = sections.map((section) => ({ section, name: section.title.replace(/\(\)$/, "") }));
  for (const { name, line } of listed) {
    if (named.some((each) => each.name === name)) continue;
    reading.problem(
      line,
      `the operation "${name}" is listed and has no section of its own`,
      "Get the whole page: it seems to be cut",
    );
  }
  for (const { section, name } of named) {
    const summary = listed.find((each) => each.name === name)?.summary;
    if (summary === undefined) {
      reading.problem(
        lineOf(section.heading),
        `"${name}" is not in the list of operations`,
        "Get the page as it was published",
      );
    } else readOperation(name, summary, section, page, reading);
  }
  checkFooters(sections, reading);
}

function readServer(before: readonly RootContent[], reading: Reading): void {
  for (const node of before) {
    const url = node.type === "paragraph" ? relativeTo.exec(textOf(node))?.[1] : undefined;
    if (url !== undefined) reading.state(["server"], lineOf(node), url);
  }
}

function readList(before: readonly RootContent[], page: MarkdownPage, reading: Reading): readonly Listed[] {
  const at = before.findIndex((node) => node.type === "table" && columnsOf(node)[0] === "method");
  const table = before[at];
  if (table?.type !== "table" || columnsOf(table).length !== 3) {
    reading.problem(
      undefined,
      "there is no table of operations with the columns Method, HTTP request, Description",
      "Get the whole page",
    );
    return [];
  }
  return readRows(table, before[at + 1], page, reading).flatMap(({ line, cells }) => {
    const name = (cells[0]?.text ?? "").replace(/\(\)$/, "");
    const request = /^([A-Za-z]+)\s+(\/\S*)$/.exec(cells[1]?.text ?? "");
    const summary = cells[2]?.text ?? "";
    if (name === "" || request === null) {
      reading.problem(
        line,
        "this row does not name an operation, a method and a path",
        "Write it as `**name** | **GET** /path | summary`",
      );
      return [];
    }
    reading.state(["operation", name], line, name);
    reading.state(["operation", name, "method"], line, (request[1] ?? "").toUpperCase());
    reading.state(["operation", name, "path"], line, request[2] ?? "");
    return [{ name, line, summary }];
  });
}

function checkFooters(sections: readonly Section[], reading: Reading): void {
  const ends = sections.map(({ content }) => linksBack(content));
  const needed = reading.family.layout.footer === "always" || ends.slice(0, -1).some((end) => end);
  const last = sections.at(-1);
  if (last === undefined || !needed || ends.at(-1) === true) return;
  reading.problem(
    lineOf(last.heading),
    `the section "${last.title}" lacks the links that end it`,
    "Get the whole page: it seems to be cut",
  );
}
