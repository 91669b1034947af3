import type { RootContent, Table } from "mdast";
import type { FactValue } from "../facts/fact.js";
import type { Requiredness } from "../families/family.js";
import { lineOf, type Section, textOf } from "./markdown.js";
import { defaultFact, readNotes } from "./notes.js";
import type { MarkdownPage } from "./page-source.js";
import { type Reading, textMark } from "./reading.js";
import { columnsOf, type Row, readRows } from "./table.js";

const columns = ["name", "type", "description", "notes"].join();

/** Reads the tables of parameters of one operation. Resolves to the documented names of the parameters. */
export function readParameters(
  operation: string,
  parts: ReadonlyMap<string, Section>,
  page: MarkdownPage,
  reading: Reading,
): ReadonlySet<string> {
  const names = new Set<string>();
  let tables = 0;
  for (const [title, required] of Object.entries(reading.family.layout.parameterHeadings)) {
    const part = parts.get(title);
    if (part === undefined) continue;
    tables += 1;
    for (const row of rowsOf(operation, part, page, reading)) {
      const name = row.cells[0]?.text ?? "";
      if (names.has(name) && required === "optional") continue; // older Go pages repeat the required ones
      names.add(name);
      readParameter(operation, name, row, required, reading);
    }
  }
  if (tables === 0)
    reading.problem(undefined, `the operation "${operation}" has no part about parameters`, "Get the whole page");
  return names;
}

function rowsOf(operation: string, part: Section, page: MarkdownPage, reading: Reading): readonly Row[] {
  const at = part.content.findIndex((node) => node.type === "table");
  const table = part.content[at] as Table | undefined; // found by its type
  if (table === undefined) {
    if (!mayBeWithoutTable(part, reading)) {
      const fix = "Get the whole page: it seems to be cut";
      reading.problem(
        lineOf(part.heading),
        `"${operation}" has neither a table of parameters nor a word that there are none`,
        fix,
      );
    }
    return [];
  }
  if (columnsOf(table).join() !== columns) {
    const message = `this table of parameters has the columns "${columnsOf(table).join(", ")}"`;
    reading.problem(lineOf(table), message, "Its columns have to be Name, Type, Description, Notes");
    return [];
  }
  return readRows(table, part.content[at + 1], page, reading, reading.family.layout.ownParameters);
}

/** A page says that there are no parameters; where a language has two tables, either may be missing without a word. */
function mayBeWithoutTable(part: Section, reading: Reading): boolean {
  const says = (node: RootContent): boolean =>
    node.type === "paragraph" && /not (need|have) any parameter/.test(textOf(node));
  return part.content.some(says) || Object.keys(reading.family.layout.parameterHeadings).length > 1;
}

function readParameter(operation: string, name: string, row: Row, required: Requiredness, reading: Reading): void {
  const of = (fact: string): readonly string[] => ["operation", operation, "parameter", name, fact];
  const [, typeCell, description, notesCell] = row.cells;
  const notes = readNotes(notesCell?.text ?? "");
  const listed = isListOf(typeCell?.text ?? "", notes.enum);
  const type = listed ? undefined : reading.type(typeCell?.text ?? "", row.line);
  if (type !== undefined) reading.state(of("type"), row.line, type);
  if (notes.rest !== "")
    reading.problem(row.line, `the note "${notes.rest}" is not understood`, "Teach the reader this note");
  const shown = required === "notes" && isBodyWithoutNotes(row, reading) ? "unknown" : required;
  const isRequired = required === "notes" ? !notes.optional : required === "required";
  if (shown !== "unknown" || notes.optional) reading.state(of("required"), row.line, isRequired);
  if (notes.default !== undefined) reading.state(of(defaultFact(type, notes.default)), row.line, notes.default);
  if (notes.enum !== undefined) reading.state(of("enum"), row.line, notes.enum);
  const text = description?.text ?? "";
  if (text !== "" && text !== "None") reading.state(of("description"), row.line, textMark(text));
}

/** Some pages list the values of an enumeration in the place of the type, and do not show whether it is an array of them. */
function isListOf(text: string, values: readonly FactValue[] | undefined): boolean {
  const words = text.split(",").map((word) => word.replaceAll("`", "").trim());
  return (
    values !== undefined && words.filter((word) => word !== "").join() === values.filter((value) => value !== "").join()
  );
}

/** TypeScript pages have no notes on a request body, which is the one type that they neither link nor bracket. */
function isBodyWithoutNotes({ cells: [, type, , notes] }: Row, reading: Reading): boolean {
  const bare = type?.strong === true && type.link === undefined && !type.text.startsWith("[");
  return reading.family.name === "typescript" && bare && notes?.text === "";
}
