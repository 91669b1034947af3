import type { RootContent } from "mdast";
import { readCredentials } from "./credentials.js";
import { readExample } from "./example.js";
import { lineOf, nodesOfType, type Section, splitSections, textOf } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import { readParameters } from "./parameters.js";
import { type Reading, textMark } from "./reading.js";
import { readStatuses } from "./statuses.js";

/** Reads the section of one operation. */
export function readOperation(
  name: string,
  summary: string,
  section: Section,
  page: MarkdownPage,
  reading: Reading,
): void {
  const { before, sections } = splitSections(section.content, (heading) => heading.depth >= 3);
  readTexts(name, summary, before, lineOf(section.heading), reading);
  const parts = new Map(sections.map((part) => [part.title.toLowerCase(), part]));
  const parameters = readParameters(name, parts, page, reading);
  for (const [title, part] of parts) readPart(name, title, part, parameters, reading);
  readCredentials(name, sections, reading);
  for (const title of requiredParts(reading)) {
    if (parts.has(title)) continue;
    reading.problem(
      lineOf(section.heading),
      `the operation "${name}" has no part "${title}"`,
      "Get the whole page: it seems to be cut",
    );
  }
}

function requiredParts(reading: Reading): readonly string[] {
  const always = ["return type", "authorization", "http request headers"];
  return reading.family.layout.statuses === "always" ? [...always, "http response details"] : always;
}

/** The summary stands in the list of operations as well; what follows it, or stands in its place, is the description. */
function readTexts(
  name: string,
  summary: string,
  before: readonly RootContent[],
  line: number,
  reading: Reading,
): void {
  if (summary !== "") reading.state(["operation", name, "summary"], line, textMark(summary));
  const texts = before.flatMap((node) =>
    node.type === "paragraph" || node.type === "list" ? [{ node, text: textOf(node).trim() }] : [],
  );
  const described = texts.filter(
    ({ text }, index) => text !== "" && !(index === 0 && textMark(text) === textMark(summary)),
  );
  const [first] = described;
  if (first === undefined) return;
  reading.state(
    ["operation", name, "description"],
    lineOf(first.node),
    textMark(described.map(({ text }) => text).join("\n")),
  );
}

function readPart(name: string, title: string, part: Section, parameters: ReadonlySet<string>, reading: Reading): void {
  if (title === "example" || title === "examples") readExample(name, part.content, parameters, reading);
  else if (title === "return type") readReturn(name, part, reading);
  else if (title === "authorization") readSecurity(name, part, reading);
  else if (title === "http request headers") readContentTypes(name, part, reading);
  else if (title === "uri(s):") readServers(name, part, reading);
  else if (title === "http response details") readStatuses(name, part, reading);
  else if (!Object.hasOwn(reading.family.layout.parameterHeadings, title)) {
    reading.problem(
      lineOf(part.heading),
      `"${part.title}" is no part of an operation that is known`,
      "Teach the reader this heading",
    );
  }
}

function readReturn(name: string, part: Section, reading: Reading): void {
  const paragraph = part.content.find((node) => node.type === "paragraph");
  const text = paragraph === undefined ? "" : textOf(paragraph).trim();
  const line = lineOf(paragraph ?? part.heading);
  if (text === "") {
    reading.problem(
      line,
      `the operation "${name}" says nothing about what it returns`,
      "Get the whole page: it seems to be cut",
    );
    return;
  }
  const type = /\(empty response body\)$/i.test(text) ? "void" : reading.type(text, line);
  if (type !== undefined) reading.state(["operation", name, "returns"], line, type);
}

/** An operation with servers of its own. */
function readServers(name: string, part: Section, reading: Reading): void {
  const items = part.content.flatMap((node) => (node.type === "list" ? node.children : []));
  const urls = items.map((item) => textOf(item.children).trim().split(/\s/)[0] ?? "");
  if (urls.length > 0) reading.state(["operation", name, "servers"], lineOf(part.heading), urls);
  else
    reading.problem(
      lineOf(part.heading),
      `the operation "${name}" names no server of its own`,
      "Get the whole page: it seems to be cut",
    );
}

function readSecurity(name: string, part: Section, reading: Reading): void {
  const paragraph = part.content.find((node) => node.type === "paragraph");
  const text = paragraph === undefined ? "" : textOf(paragraph).trim();
  const line = lineOf(paragraph ?? part.heading);
  const schemes = paragraph === undefined ? [] : nodesOfType(paragraph, "link").map((link) => textOf(link).trim());
  if (schemes.length === 0 && !/^no authorization required$/i.test(text)) {
    reading.problem(
      line,
      `the authorization of "${name}" names no scheme`,
      "Link each scheme, or write `No authorization required`",
    );
    return;
  }
  reading.state(["operation", name, "security"], line, schemes);
}

const headerFacts: Readonly<Record<string, string>> = { "Content-Type": "content-types", Accept: "accepts" };

function readContentTypes(name: string, part: Section, reading: Reading): void {
  const items = part.content.flatMap((node) => (node.type === "list" ? node.children : []));
  const stated = new Set<string>();
  for (const item of items) {
    const [, header = "", value = ""] = /^([\w-]+):\s*(.*)$/s.exec(textOf(item.children).trim()) ?? [];
    const fact = headerFacts[header];
    if (fact === undefined) {
      reading.problem(
        lineOf(item),
        `"${textOf(item.children).trim()}" is no header that is known`,
        "Teach the reader this header",
      );
      continue;
    }
    stated.add(header);
    const types = value === "Not defined" ? [] : value.split(",").map((type) => type.trim());
    reading.state(["operation", name, fact], lineOf(item), types);
  }
  for (const header of Object.keys(headerFacts)) {
    if (stated.has(header)) continue;
    const fix = "Get the whole page: it seems to be cut";
    reading.problem(lineOf(part.heading), `the operation "${name}" says nothing about the header ${header}`, fix);
  }
}
