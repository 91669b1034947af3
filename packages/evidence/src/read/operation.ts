import type { Heading, RootContent } from "mdast";
import { textMark } from "../facts/text-mark.js";
import { squashed } from "../families/spelling.js";
import { configuredSchemes } from "./configured-schemes.js";
import { readCredentials } from "./credentials.js";
import { readExample } from "./example.js";
import { linkedType } from "./linked-type.js";
import { lineOf, nodesOfType, type Section, splitSections, textOf } from "./markdown.js";
import { readMediaTypes } from "./media-types.js";
import { checkOperation } from "./operation-agreement.js";
import type { MarkdownPage } from "./page-source.js";
import { type ReadParameter, readParameters } from "./parameters.js";
import type { Reading } from "./reading.js";
import type { Listed } from "./request-row.js";
import { findSamples, isSamplePart } from "./samples/find-samples.js";
import { readStatuses } from "./statuses.js";

/** Reads the section of one operation. */
export function readOperation(row: Listed, section: Section, page: MarkdownPage, reading: Reading): void {
  const name = reading.operationKey(row.name);
  const { before, sections } = splitSections(section.content, (heading) => isPart(heading, reading));
  readTexts(name, row.summary, before, lineOf(section.heading), reading);
  const parts = new Map(sections.map((part) => [part.title.toLowerCase(), part]));
  const parameters = readParameters(name, parts, lineOf(section.heading), page, reading);
  for (const [title, part] of parts) readPart(name, title, part, parameters, page, reading);
  readCredentials(name, sections, reading);
  reading.samples.push(...findSamples([section.heading, ...section.content], { operation: name }));
  const returns = reading.value("operation", name, "returns");
  checkOperation(
    { row, before, sections, parameters, returns: returns === undefined ? undefined : String(returns) },
    reading,
  );
  for (const title of requiredParts(reading)) {
    if (parts.has(title)) continue;
    reading.problem(
      lineOf(section.heading),
      `the operation "${name}" has no part "${title}"`,
      "Get the whole page: it seems to be cut",
    );
  }
}

const titles = [
  "example",
  "examples",
  "return type",
  "authorization",
  "http request headers",
  "uri(s):",
  "http response details",
];

/** A deeper heading begins a part as well when it has the title of one; others are within a part. */
function isPart(heading: Heading, reading: Reading): boolean {
  const title = textOf(heading).trim().toLowerCase();
  return heading.depth === 3 || titles.includes(title) || Object.hasOwn(reading.family.layout.parameterHeadings, title);
}

function requiredParts(reading: Reading): readonly string[] {
  return ["return type", "http request headers", ...reading.family.layout.requiredParts.always];
}

/** The summary stands in the list of operations as well; what follows it, or stands in its place, is the description. */
export function readTexts(
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

function readPart(
  name: string,
  title: string,
  part: Section,
  parameters: ReadonlyMap<string, ReadParameter>,
  page: MarkdownPage,
  reading: Reading,
): void {
  if (title === "example" || title === "examples") readExample(name, part.content, parameters, reading);
  else if (title === "return type") readReturn(name, part, reading);
  else if (title === "authorization") readSecurity(name, part, reading);
  else if (title === "http request headers") readMediaTypes(name, part, page, reading);
  else if (title === "uri(s):") readServers(name, part, reading);
  else if (title === "http response details") readStatuses(name, part, page, reading);
  else if (!Object.hasOwn(reading.family.layout.parameterHeadings, title) && !isSamplePart(part)) {
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
  const link = paragraph === undefined ? undefined : nodesOfType(paragraph, "link")[0]?.url;
  const cell = { text, link, strong: true, struck: false };
  const type = /\(empty response body\)$/i.test(text) ? "void" : linkedType(cell, line, reading);
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

export function readSecurity(name: string, part: Section, reading: Reading): void {
  const paragraph = part.content.find((node) => node.type === "paragraph");
  const text = paragraph === undefined ? "" : textOf(paragraph).trim();
  const line = lineOf(paragraph ?? part.heading);
  const links = paragraph === undefined ? [] : nodesOfType(paragraph, "link");
  const schemes = links.length === 0 ? configuredSchemes(part) : links.map((link) => textOf(link).trim());
  for (const link of links) {
    const anchor = /#(.+)/s.exec(link.url)?.[1];
    const scheme = textOf(link).trim();
    if (anchor !== undefined && squashed(anchor) !== squashed(scheme))
      reading.problem(line, `this names the scheme "${scheme}" and links "${anchor}"`, "Mend the one that is wrong");
  }
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
