import type { RootContent } from "mdast";
import type { FactValue } from "../facts/fact.js";
import { textMark } from "../facts/text-mark.js";
import type { Requiredness } from "../families/family.js";
import { squashed } from "../families/spelling.js";
import { templateNames } from "../spec/operations.js";
import { readDescribed } from "./described.js";
import { readName } from "./documented-name.js";
import { linkedType } from "./linked-type.js";
import { refuseLostOptional, refuseRowsWithoutTable } from "./lost-tables.js";
import { lineOf, type Section, textOf } from "./markdown.js";
import { defaultText, readNotes } from "./notes.js";
import { isOwnValue } from "./own-values.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { columnsOf, type Row, readRows, tableOf } from "./table.js";
import { typedDefault } from "./typed-default.js";

const columns = ["name", "type", "description", "notes"];
const withRequired = ["name", "type", "description", "required", "notes"];

/** A row of a table of parameters, for what else the page says about it. */
export interface ReadParameter {
  readonly line: number;
  readonly required: boolean | undefined;
}

/**
 * Reads the tables of parameters of one operation, by the documented names of the parameters.
 *
 * @param line Where the section of the operation begins.
 */
export function readParameters(
  operation: string,
  parts: ReadonlyMap<string, Section>,
  line: number,
  page: MarkdownPage,
  reading: Reading,
): ReadonlyMap<string, ReadParameter> {
  const names = new Map<string, ReadParameter>();
  let tables = 0;
  for (const [title, required] of Object.entries(reading.family.layout.parameterHeadings)) {
    const part = parts.get(title);
    if (part === undefined) continue;
    tables += 1;
    for (const row of rowsOf(operation, part, page, reading)) {
      const named = readName(row.cells[0], row.line, reading);
      if (named === undefined) continue;
      const { name } = named;
      if (title === "path parameters") checkInPath(operation, name, row.line, reading);
      if (names.has(name) && required === "optional") continue; // older Go pages repeat the required ones
      if (named.isDeprecated) reading.state(["operation", operation, "parameter", name, "deprecated"], row.line, true);
      names.set(name, { line: row.line, required: readParameter(operation, name, row, required, reading) });
    }
  }
  for (const [title, part] of parts) refuseStrayTable(title, part, reading);
  refuseLostOptional(operation, parts, page, reading);
  if (tables === 0)
    reading.problem(line, `the operation "${operation}" has no part about parameters`, "Get the whole page");
  return names;
}

/** A table of parameters whose own heading is lost seems to belong to the part before it, where nobody reads it. */
function refuseStrayTable(title: string, part: Section, reading: Reading): void {
  const known = [columns.join(), withRequired.join()];
  const tables = part.content.filter((node) => node.type === "table" && known.includes(columnsOf(node).join()));
  const stray = tables[Object.hasOwn(reading.family.layout.parameterHeadings, title) ? 1 : 0];
  if (stray === undefined) return;
  const message = `this table of parameters stands in the part "${part.title}", and below no heading of its own`;
  reading.problem(lineOf(stray), message, "Write the heading that it had as it was published");
}

/** Where the heading of the next table is lost, that one seems to belong here. */
function checkInPath(operation: string, name: string, line: number, reading: Reading): void {
  const path = String(reading.value("operation", operation, "path") ?? "");
  if (templateNames(path).some((each) => squashed(each) === squashed(name))) return;
  const message = `"${name}" is among the path parameters, and the path ${path} has no such name`;
  reading.problem(line, message, "Write it below the heading of the other parameters, or mend the path");
}

function rowsOf(operation: string, part: Section, page: MarkdownPage, reading: Reading): readonly Row[] {
  const found = tableOf(part.content);
  if (found === undefined) {
    if (!refuseRowsWithoutTable(part, page, reading) && !mayBeWithoutTable(part, reading)) {
      const fix = "Get the whole page: it seems to be cut";
      reading.problem(
        lineOf(part.heading),
        `"${operation}" has neither a table of parameters nor a word that there are none`,
        fix,
      );
    }
    return [];
  }
  const { table } = found;
  const { requiredColumn, ownParameters: skip } = reading.family.layout;
  const wanted = requiredColumn === true ? withRequired : columns;
  if (columnsOf(table).join() !== wanted.join()) {
    const message = `this table of parameters has the columns "${columnsOf(table).join(", ")}"`;
    reading.problem(lineOf(table), message, `Its columns have to be ${wanted.map(capital).join(", ")}`);
    return [];
  }
  const rows = readRows(found, page, reading, {
    open: 2,
    isLast: (text) => readNotes(text).rest === "",
    mayLackLast: true,
    skip,
  });
  return requiredColumn === true ? rows.map((row) => withoutRequired(row, reading)) : rows;
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A row whose column about what is required became a note. */
function withoutRequired({ line, cells }: Row, reading: Reading): Row {
  const [name, type, description, required, notes] = cells;
  const said = required?.text ?? "";
  if (said !== "" && said !== "[required]") {
    reading.problem(line, `"${said}" does not say whether it is required`, "Write `[required]`, or nothing");
  }
  const note = said === "" ? "[optional] " : "";
  const last = notes === undefined ? [] : [{ ...notes, text: `${note}${notes.text}` }];
  return { line, cells: [...[name, type, description].flatMap((cell) => cell ?? []), ...last] };
}

/** A page says that there are no parameters; where a language has two tables, either may be missing without a word. */
function mayBeWithoutTable(part: Section, reading: Reading): boolean {
  const says = (node: RootContent): boolean =>
    node.type === "paragraph" && /not (need|have) any parameter/.test(textOf(node));
  return part.content.some(says) || Object.keys(reading.family.layout.parameterHeadings).length > 1;
}

/** States what a row says. Returns whether the parameter is required, where the row shows it. */
function readParameter(
  operation: string,
  name: string,
  row: Row,
  required: Requiredness,
  reading: Reading,
): boolean | undefined {
  const of = (fact: string): readonly string[] => ["operation", operation, "parameter", name, fact];
  const [, typeCell, description, notesCell] = row.cells;
  const notes = readNotes(notesCell?.text ?? "");
  const values = notes.enum?.filter((value) => !isOwnValue(value));
  const written = typeCell?.text ?? "";
  const listed = isListOf(written, notes.enum) || (written === reading.family.layout.noType && name !== "body");
  const type = listed ? undefined : linkedType(typeCell, row.line, reading);
  if (type !== undefined) reading.state(of("type"), row.line, type);
  if (notes.rest !== "")
    reading.problem(row.line, `the note "${notes.rest}" is not understood`, "Teach the reader this note");
  const shown = required === "notes" && isBodyWithoutNotes(row, reading) ? "unknown" : required;
  const isRequired = required === "notes" ? !notes.optional : required === "required";
  if (shown !== "unknown" || notes.optional) reading.state(of("required"), row.line, isRequired);
  readDefault(of, type, notesCell?.text ?? "", row.line, reading);
  if (notes.deprecated === true) reading.state(of("deprecated"), row.line, true);
  if (values !== undefined) reading.state(of("enum"), row.line, values);
  const text = description?.text ?? "";
  if (text !== "" && text !== "None") reading.state(of("description"), row.line, textMark(text));
  readDescribed(of, text, row.line, reading);
  return shown !== "unknown" || notes.optional ? isRequired : undefined;
}

/** States the default that notes give, as a value of the type or as the SDK's name of one. */
export function readDefault(
  of: (fact: string) => readonly string[],
  type: string | undefined,
  notes: string,
  line: number,
  reading: Reading,
): void {
  const text = defaultText(notes);
  const read = text === undefined ? undefined : typedDefault(type, text);
  if (read?.kind === "problem") reading.problem(line, read.message, "Write the default as a value of the type");
  else if (read !== undefined && read.kind !== "none") reading.state(of(read.kind), line, read.value);
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
