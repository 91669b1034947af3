import type { Table } from "mdast";
import type { FactValue } from "../facts/fact.js";
import { readLiteral } from "./literal.js";
import { lineOf, type Section, textOf } from "./markdown.js";
import { isOwnValue } from "./own-values.js";
import type { Reading } from "./reading.js";
import { bareValue } from "./variants.js";

/** The values that a part `Enum` lists: `* PLACED (value: "placed")`. */
export function enumOfSection(section: Section, reading: Reading): readonly FactValue[] {
  const items = section.content.flatMap((node) => (node.type === "list" ? node.children : []));
  const values = items.flatMap((item): FactValue[] => {
    const text = textOf(item.children).trim();
    const literal = text.endsWith(")") ? /\(value:(.*)\)/s.exec(text)?.[1] : undefined;
    const value = literal === undefined ? undefined : readLiteral(literal);
    if (value !== undefined) return isOwnValue(value) ? [] : [value];
    reading.problem(
      lineOf(item),
      "this item names no value of the enumeration",
      'Write it as `NAME` (value: `"name"`)',
    );
    return [];
  });
  if (items.length === 0)
    reading.problem(lineOf(section.heading), "the enumeration has no values", "Get the whole page");
  return values;
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
  reading: Reading,
): ReadonlyMap<string, readonly FactValue[]> {
  const enums = new Map<string, readonly FactValue[]>();
  for (const section of parts.values()) {
    const name = /^Enum:\s*(\S+)$/i.exec(section.title)?.[1];
    if (name === undefined) continue;
    const table = section.content.find((node): node is Table => node.type === "table");
    const values = table === undefined ? undefined : valuesOf(name, table, reading);
    if (values === undefined)
      reading.problem(lineOf(section.heading), `the enumeration "${name}" has no table`, "Get the whole page");
    else enums.set(name, values);
  }
  return enums;
}

/** A row for each member; on Kotlin pages one row, which has the name of the property and all values without quotes. */
function valuesOf(name: string, table: Table, reading: Reading): readonly FactValue[] {
  const rows = table.children.slice(1).map((row) => row.children.map((cell) => textOf(cell).trim()));
  const [first] = rows;
  if (rows.length !== 1 || first?.[0] !== name) return rows.map((row) => readLiteral(row[1] ?? "") ?? null);
  return (first[1] ?? "").split(",").flatMap((value) => bareValue(value.trim(), lineOf(table), reading));
}
