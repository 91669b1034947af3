import type { RootContent } from "mdast";
import { withoutMark } from "./documented-name.js";
import { lineOf, linksBack, nodesOfType, type Section, splitSections, textOf } from "./markdown.js";
import { readOperation } from "./operation.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { type Listed, readRequests } from "./request-row.js";
import { columnsOf } from "./table.js";

const relativeTo = /All URIs are relative to \*?(\S+?)[.,]?\*?(?=\s|$)/;

/** True for the page of an API: it says what its paths are relative to, or begins with a list of operations. */
export function isOperationsPage(page: MarkdownPage): boolean {
  return page.tree.children.slice(0, 5).some((node) => isServer(node) || isList(node));
}

function isList(node: RootContent): boolean {
  return node.type === "table" && columnsOf(node).slice(0, 2).join() === "method,http request";
}

function isServer(node: RootContent): boolean {
  return node.type === "paragraph" && relativeTo.test(textOf(node));
}

/** A page before its sections, and its sections, one an operation. */
function partsOf(page: MarkdownPage): ReturnType<typeof splitSections> {
  const start = page.tree.children.findIndex((node) => isServer(node) || isList(node));
  return splitSections(page.tree.children.slice(start), (heading) => heading.depth <= 2);
}

/** The operations that a page lists. */
export function listedOperations(page: MarkdownPage, reading: Reading): readonly Listed[] {
  return readRequests(partsOf(page).before, page, reading);
}

/** Reads the page of an API: the base URL, the list of its operations, and one section for each. */
export function readOperationsPage(page: MarkdownPage, reading: Reading): void {
  const { before, sections } = partsOf(page);
  readServer(page, before, reading);
  const listed = readRequests(before, page, reading);
  for (const each of listed) stateRequest(each, reading);
  const named = sections.map((section) => ({ section, ...titleOf(section) }));
  for (const { name, line } of listed) {
    if (named.some((each) => each.name === name)) continue;
    reading.problem(
      line,
      `the operation "${name}" is listed and has no section of its own`,
      "Get the whole page: it seems to be cut",
    );
  }
  const byName = new Map(listed.map((each) => [each.name, each]));
  for (const { section, name, isDeprecated } of named) {
    const row = byName.get(name);
    if (row === undefined) {
      reading.problem(
        lineOf(section.heading),
        `"${name}" is not in the list of operations`,
        "Get the page as it was published",
      );
    } else {
      if (isDeprecated && !row.isDeprecated)
        reading.state(["operation", reading.operationKey(name), "deprecated"], lineOf(section.heading), true);
      readOperation(row, section, page, reading);
    }
  }
  checkFooters(sections, reading);
}

function titleOf(section: Section): { readonly name: string; readonly isDeprecated: boolean } {
  const isStruck = nodesOfType(section.heading, "delete").length > 0;
  const { name, isDeprecated } = withoutMark(section.title, isStruck);
  return { name: name.replace(/\(\)$/, ""), isDeprecated };
}

export function stateRequest({ name, line, method, path, isDeprecated }: Listed, reading: Reading): void {
  const key = reading.operationKey(name);
  reading.state(["operation", key], line, name);
  reading.state(["operation", key, "method"], line, method);
  reading.state(["operation", key, "path"], line, path);
  if (isDeprecated) reading.state(["operation", key, "deprecated"], line, true);
}

export function readServer(page: MarkdownPage, before: readonly RootContent[], reading: Reading): void {
  if (!before.some(isServer)) {
    const fix = "Write `All URIs are relative to *https://…*` below the title";
    reading.problem(lineOf(before[0] ?? page.tree), "the page does not say what its paths are relative to", fix);
  }
  for (const node of before) {
    const text = node.type === "paragraph" ? textOf(node) : "";
    const url = relativeTo.exec(text)?.[1];
    if (url === undefined) continue;
    const urls = text.split(/[\s*]+/).filter((word) => /[a-z\d+.-]:\/\/./i.test(word));
    if (urls.length > 1 || /[\u201C\u201D\u2018\u2019"'<>*\\]/.test(url))
      reading.problem(
        lineOf(node),
        `"${text.trim()}" does not name one server`,
        "Write the URL of one server, and state others apart",
      );
    else reading.state(["server"], lineOf(node), url);
  }
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
