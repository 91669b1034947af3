import type { RootContent, Table } from "mdast";
import type { Requiredness } from "../families/family.js";
import { lineOf, type Section, textOf } from "./markdown.js";
import { readNotes } from "./notes.js";
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
  const type = reading.type(typeCell?.text ?? "", row.line);
  if (type !== undefined) reading.state(of("type"), row.line, type);
  const notes = readNotes(notesCell?.text ?? "");
  if (notes.rest !== "")
    reading.problem(row.line, `the note "${notes.rest}" is not understood`, "Teach the reader this note");
  const isRequired = required === "notes" ? !notes.optional : required === "required";
  if (required !== "unknown" || notes.optional) reading.state(of("required"), row.line, isRequired);
  if (notes.default !== undefined) reading.state(of("default"), row.line, notes.default);
  if (notes.enum !== undefined) reading.state(of("enum"), row.line, notes.enum);
  const text = description?.text ?? "";
  if (text !== "" && text !== "None") reading.state(of("description"), row.line, textMark(text));
}
