import type { Table } from "mdast";
import type { FactValue } from "../facts/fact.js";
import { textMark } from "../facts/text-mark.js";
import { readClassMethods } from "./class-methods.js";
import { lineOf, linksBack, nodesOfType, type Section, splitSections, textOf } from "./markdown.js";
import { enumOfSection, enumOfText, inlineEnums } from "./model-enum.js";
import { type MarkdownPage, pageName } from "./page-source.js";
import { readProperties } from "./properties.js";
import type { Reading } from "./reading.js";
import { findSamples } from "./samples/find-samples.js";
import { readVariants } from "./variants.js";

/** True for the page of a model: it has a part about properties or about the values of an enumeration. */
export function isModelPage(page: MarkdownPage): boolean {
  return page.tree.children.some(
    (node) =>
      node.type === "heading" && /^(properties|enum|enum variants|class instance methods)$/i.test(textOf(node).trim()),
  );
}

/** The name of the model: the title of its page without the marks that some generators leave before it, else the page's own name. */
export function modelOf(page: MarkdownPage): string {
  const title = page.tree.children.find((node) => node.type === "heading");
  const name = textOf(title ?? [])
    .replace(/^[#.\s]+/, "")
    .trim();
  // Some languages put their package before it: `Shelf::Book`, `shelf.model.Book`.
  return name.split(/::|\./).at(-1) || pageName(page.file);
}

/** Reads the page of a model. */
export function readModelPage(page: MarkdownPage, model: string, reading: Reading): void {
  const start = page.tree.children.findIndex((node) => node.type === "heading");
  const { before, sections } = splitSections(page.tree.children.slice(start + 1), (heading) => heading.depth <= 2);
  const parts = new Map(sections.map((section) => [section.title.toLowerCase(), section]));
  const description = before
    .map((node) => textOf(node))
    .join("\n")
    .trim();
  const line = lineOf(page.tree.children[start] ?? page.tree);
  if (description !== "") reading.state(["model", model, "description"], line, textMark(description));
  reading.state(["model", model], line, readContent(model, parts, description, page, reading));
  reading.samples.push(...findSamples(page.tree.children, { model }));
  checkFooter(page, line, reading);
}

/** What kind of model it is: `enum`, `object`, `alias` of another type, or `opaque` where the page does not show what is in it. */
function readContent(
  model: string,
  parts: ReadonlyMap<string, Section>,
  description: string,
  page: MarkdownPage,
  reading: Reading,
): string {
  const values = parts.get("enum");
  if (values !== undefined) return stateEnum(model, enumOfSection(values, reading), lineOf(values.heading), reading);
  const variants = parts.get("enum variants");
  if (variants !== undefined) return readVariants(model, variants, page, reading);
  const methods = parts.get("class instance methods");
  if (methods !== undefined) return readClassMethods(model, methods, reading);
  const properties = parts.get("properties");
  const at = properties?.content.findIndex((node) => node.type === "table") ?? -1;
  const table = properties?.content[at] as Table | undefined; // found by its type
  if (properties === undefined || table === undefined) {
    reading.problem(
      lineOf(properties?.heading ?? page.tree),
      `the model "${model}" has no table of properties`,
      "Get the whole page",
    );
    return "opaque";
  }
  const kind = readProperties(
    {
      model,
      table,
      rest: properties.content.slice(at + 1),
      enums: inlineEnums(parts, page, reading),
      mayBeAlias: reading.family.name === "python" && !parts.has("example"),
    },
    page,
    reading,
  );
  const described = enumOfText(description);
  return kind === "opaque" && described.length > 1
    ? stateEnum(model, described, lineOf(page.tree.children[1] ?? page.tree), reading)
    : kind;
}

function stateEnum(model: string, values: readonly FactValue[], line: number, reading: Reading): string {
  reading.state(["model", model, "enum"], line, values);
  return "enum";
}

function checkFooter(page: MarkdownPage, line: number, reading: Reading): void {
  const cutCode = nodesOfType(page.tree, "code").some(
    (code) => code.position?.end.offset === page.text.trimEnd().length && !/```\s*$/.test(page.text),
  );
  if (!cutCode && (linksBack(page.tree.children) || reading.family.layout.footer !== "always")) return;
  reading.problem(line, "the page lacks the links that end it", "Get the whole page: it seems to be cut");
}
