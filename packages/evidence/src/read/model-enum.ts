import type { RootContent } from "mdast";
import type { FactValue } from "../facts/fact.js";
import { withoutComments } from "./comments.js";
import { readLiteral } from "./literal.js";
import { isFolding, lineOf, linksBack, type Section, textOf } from "./markdown.js";
import { isOwnValue } from "./own-values.js";
import type { MarkdownPage } from "./page-source.js";
import { straightQuotes } from "./plain-text.js";
import type { Reading } from "./reading.js";
import { plainTable, type Row } from "./table.js";
import { bareValue } from "./variants.js";

/** The values that a part `Enum` lists: `* PLACED (value: "placed")`. */
export function enumOfSection(section: Section, reading: Reading): readonly FactValue[] {
  const items = section.content.flatMap((node) => (node.type === "list" ? node.children : []));
  const values = items.flatMap((item): FactValue[] => {
    const text = textOf(item.children).trim();
    const literal = item.children.length === 1 && text.endsWith(")") ? /\(value:(.*)\)/s.exec(text)?.[1] : undefined;
    const value = literal === undefined ? undefined : readLiteral(straightQuotes(literal));
    if (value !== undefined) return isOwnValue(value) ? [] : [value];
    reading.problem(
      lineOf(item),
      "this item names no value of the enumeration",
      'Write it as `NAME` (value: `"name"`)',
    );
    return [];
  });
  const other = section.content.find((node) => !isBesideValues(node));
  if (other !== undefined)
    reading.problem(
      lineOf(other),
      "this stands among the values of the enumeration, and is none",
      "Write it in their list",
    );
  if (items.length === 0)
    reading.problem(lineOf(section.heading), "the enumeration has no values", "Get the whole page");
  return values;
}

/** The values themselves, and what ends a page. */
function isBesideValues(node: RootContent): boolean {
  const isComment = node.type === "html" && withoutComments(node.value).trim() === "";
  return isComment || isFolding(node) || node.type === "list" || node.type === "thematicBreak" || linksBack([node]);
}

/** The values that a description lists as ` * `name` - meaning`, which the generators run together into one line. */
export function enumOfText(description: string): readonly string[] {
  return [...description.matchAll(/(?:^|\s)[*-]\s+`?([A-Za-z0-9_.:-]+)`?\s+-\s/g)].map((match) => match[1] ?? "");
}

/**
 * The enumerations that a Java page defines below its table, by the name of their type: `## Enum: StatusEnum`; on a Kotlin page by the name
 * of their property.
 */
export function inlineEnums(
  parts: ReadonlyMap<string, Section>,
  page: MarkdownPage,
  reading: Reading,
): ReadonlyMap<string, readonly FactValue[]> {
  const enums = new Map<string, readonly FactValue[]>();
  for (const section of parts.values()) {
    const name = /^Enum:\s*(\S+)$/i.exec(section.title)?.[1];
    if (name === undefined) continue;
    const rows = plainTable(section.content, page, reading)?.rows;
    if (rows === undefined)
      reading.problem(lineOf(section.heading), `the enumeration "${name}" has no table`, "Get the whole page");
    else enums.set(name, valuesOf(name, rows, reading));
  }
  return enums;
}

/** A row for each member; on Kotlin pages one row, which has the name of the property and all values without quotes. */
function valuesOf(name: string, rows: readonly Row[], reading: Reading): readonly FactValue[] {
  const [first] = rows;
  if (first === undefined || rows.length !== 1 || first.cells[0]?.text !== name)
    return rows.map(({ cells }) => readLiteral(cells[1]?.text ?? "") ?? null);
  const values = (first.cells[1]?.text ?? "").split(",");
  return values.flatMap((value) => bareValue(value.trim(), first.line, reading));
}
