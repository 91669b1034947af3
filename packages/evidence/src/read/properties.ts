import type { RootContent, Table } from "mdast";
import type { FactValue } from "../facts/fact.js";
import { textMark } from "../facts/text-mark.js";
import { readDescribed } from "./described.js";
import { type DocumentedName, readName, withoutMark } from "./documented-name.js";
import { linkedType } from "./linked-type.js";
import { lineOf } from "./markdown.js";
import { defaultText, type Notes, readNotes } from "./notes.js";
import type { MarkdownPage } from "./page-source.js";
import { readDefault } from "./parameters.js";
import type { Reading } from "./reading.js";
import { type Cell, columnsOf, type Row, readRows } from "./table.js";

/** The table of properties of one model, and what the reading of its rows needs beside it. */
interface PropertyTable {
  readonly model: string;
  readonly table: Table;
  /** What follows the table on the page. */
  readonly rest: readonly RootContent[];
  /** The enumerations that the page itself defines, by the name of their type. */
  readonly enums: ReadonlyMap<string, readonly FactValue[]>;
  /** Older Python pages write a model that is no object as one with the single property `value`; the newer ones, which have a sample, do not. */
  readonly mayBeAlias: boolean;
}

/** The name in the row that older Python pages end with: a model that allows further properties. */
const anyName = "any string name";

/** Reads the properties of a model, and tells what kind of model it is by them. */
export function readProperties(of: PropertyTable, page: MarkdownPage, reading: Reading): "object" | "alias" | "opaque" {
  const columns = columnsOf(of.table).join();
  const short = columns === "name,type" && reading.family.layout.shortPropertyTable;
  if (columns !== "name,type,description,notes" && !short) {
    const message = `this table of properties has the columns "${columnsOf(of.table).join(", ")}"`;
    reading.problem(lineOf(of.table), message, "Its columns have to be Name, Type, Description, Notes");
    return "opaque";
  }
  const isNotes = (text: string): boolean => readNotes(text).rest === "";
  const rows = readRows(of, page, reading, short ? { open: 1 } : { open: 2, isLast: isNotes, mayLackLast: true });
  const [only] = rows;
  if (only === undefined) return "opaque";
  if (rows.length === 1 && of.mayBeAlias && isAlias(only)) return readAlias(of.model, only, reading);
  for (const row of rows) readRow(of, row, short, reading);
  return "object";
}

/** Such a property is never optional. */
function isAlias(row: Row): boolean {
  return markedName(row).name === "value" && !readNotes(row.cells[3]?.text ?? "").optional;
}

function markedName({ cells: [name] }: Row): DocumentedName {
  return withoutMark(name?.text ?? "", name?.struck === true);
}

function readAlias(model: string, row: Row, reading: Reading): "alias" {
  const notes = readNotes(row.cells[3]?.text ?? "");
  refuseRest(notes, row.line, reading);
  const type = reading.type(row.cells[1]?.text ?? "", row.line);
  if (type !== undefined) reading.state(["model", model, "type"], row.line, type);
  if (notes.enum !== undefined) reading.state(["model", model, "enum"], row.line, notes.enum);
  if (notes.default !== undefined) reading.state(["model", model, "default"], row.line, notes.default);
  if (notes.readOnly) reading.state(["model", model, "read-only"], row.line, true);
  if (notes.deprecated === true || markedName(row).isDeprecated)
    reading.state(["model", model, "deprecated"], row.line, true);
  stateValueText(model, row, reading);
  return "alias";
}

/** What is said of the value is said of the model, which the page may describe in other words as well. */
function stateValueText(model: string, { cells, line }: Row, reading: Reading): void {
  const text = cells[2]?.text ?? "";
  if (text === "") return;
  const mark = textMark(text);
  const described = reading.value("model", model, "description");
  if (described === undefined) reading.state(["model", model, "description"], line, mark);
  else if (described !== mark) reading.state(["model", model, "value-description"], line, mark);
}

function refuseRest({ rest }: Notes, line: number, reading: Reading): void {
  if (rest !== "") reading.problem(line, `the note "${rest}" is not understood`, "Teach the reader this note");
}

function readRow(of: PropertyTable, row: Row, short: boolean, reading: Reading): void {
  const [name, , description, notesCell] = row.cells;
  const type = typeOf(of, writtenType(row), row.line, reading);
  if (name?.text === anyName) {
    if (type !== undefined) reading.state(["model", of.model, "additional"], row.line, type);
    return;
  }
  const named = readName(name, row.line, reading);
  if (named === undefined) return;
  const fact = (kind: string): readonly string[] => ["model", of.model, "property", named.name, kind];
  if (type !== undefined) reading.state(fact("type"), row.line, type);
  const notes = readNotes(notesCell?.text ?? "");
  refuseRest(notes, row.line, reading);
  if (!short) reading.state(fact("required"), row.line, !notes.optional);
  if (notes.readOnly) reading.state(fact("read-only"), row.line, true);
  if (named.isDeprecated || notes.deprecated === true) reading.state(fact("deprecated"), row.line, true);
  const member = memberDefault(type, notesCell?.text ?? "", reading);
  if (member !== undefined) reading.state(fact("default-name"), row.line, member);
  else readDefault(fact, type, notesCell?.text ?? "", row.line, reading);
  if (notes.enum !== undefined) reading.state(fact("enum"), row.line, notes.enum);
  const text = description?.text ?? "";
  if (text !== "") reading.state(fact("description"), row.line, textMark(text));
  readDescribed(fact, text, row.line, reading);
  if (/\bmay be null\b/i.test(text)) reading.state(fact("nullable"), row.line, true);
}

/** Where a language shows an enumeration within a model as text, a default like `Graceful` may be the name of its member. */
function memberDefault(type: string | undefined, notes: string, reading: Reading): string | undefined {
  if (reading.family.layout.memberDefaults !== true || type !== "text") return undefined;
  const written = defaultText(notes) ?? "";
  return /^(?:\p{Lu}[\p{Ll}\d]+)+$/u.test(written) ? written : undefined;
}

/**
 * The type as its cell has it. Kotlin pages write the word `inline` for an enumeration that the page defines below under the name of the
 * property, and only the link tells a list of them: `[inline](#kotlin.collections.List<State>)`.
 */
function writtenType({ cells: [name, type] }: Row): Cell | undefined {
  if (type?.text !== "inline" || type.link?.startsWith("#") !== true) return type;
  const isList = /^#kotlin\.(?:Array|collections)\b/.test(type.link);
  return { ...type, text: isList ? `List<${name?.text}>` : (name?.text ?? "") };
}

/** The type of a property; where it names an enumeration of the same page, its values. */
function typeOf(of: PropertyTable, cell: Cell | undefined, line: number, reading: Reading): string | undefined {
  const text = cell?.text ?? "";
  const values = of.enums.get(text) ?? of.enums.get(/^(?:List|Set)<(.+)>$/.exec(text)?.[1] ?? "");
  if (values === undefined) return linkedType(cell, line, reading);
  const type = values.map((value) => JSON.stringify(value)).join(" | ");
  return of.enums.has(text) ? type : `array<${type}>`;
}
