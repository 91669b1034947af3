import type { FactValue } from "../../facts/fact.js";
import { printType, type TypeExpression } from "../../facts/type-expression.js";
import { TypeSyntaxError } from "../../families/tokens.js";
import { readName } from "../documented-name.js";
import { textOf } from "../markdown.js";
import { defaultText } from "../notes.js";
import type { Cell, Row } from "../table.js";
import type { Cursor } from "./cursor.js";
import { readSchemaNotes, withoutFormat } from "./schema-notes.js";
import { inputType } from "./schema-type.js";

/** A schema as a section writes it out, or as a row names it. */
export interface Schema {
  readonly line: number;
  readonly description: string;
  /** Of a schema without parts of its own: any type; with them what the parts say counts. */
  readonly type: TypeExpression;
  readonly enum: readonly FactValue[] | undefined;
  /** Its notes, with its default. */
  readonly notes: string;
  readonly properties: readonly Property[];
  /** What further properties are, where the page says so. */
  readonly additional: Schema | undefined;
  readonly items: Schema | undefined;
  readonly allOf: readonly Schema[];
  /** The schemas of `oneOf` or `anyOf`, between which the types of evidence make no difference. */
  readonly either: readonly Schema[];
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: Schema;
}

const info = "input type,accessed type,description,notes";
const keys = "key,input type,accessed type,description,notes";
const classes = "class name,input type,accessed type,description,notes";
const named = "type,description,notes";
const anyName = "any_string_name";

/** Reads a section about a schema after its heading: a row about its type, and its parts, each with sections of their own below it. */
export function readSchema(cursor: Cursor): Schema | undefined {
  const texts = cursor.texts();
  if (cursor.columns() === named) return readNamed(cursor);
  if (cursor.heading("Model Type Info") === undefined) {
    cursor.problem("there is no part `Model Type Info` about the type of this schema");
    return undefined;
  }
  const [row] = cursor.table(info) ?? [];
  if (row === undefined) return undefined;
  const [type, , description, notes] = row.cells;
  const own = schemaOf(row, type, description, notes, cursor);
  const description_ = own.description === "" ? texts.map((node) => textOf(node)).join("\n") : own.description;
  return { ...own, description: description_, ...readParts(own, cursor) };
}

/** A section that only names a model. */
function readNamed(cursor: Cursor): Schema | undefined {
  const [row] = cursor.table(named) ?? [];
  return row === undefined ? undefined : schemaOf(row, row.cells[0], row.cells[1], row.cells[2], cursor);
}

function readParts(own: Schema, cursor: Cursor): Partial<Schema> {
  let parts: Partial<Schema> = {};
  for (;;) {
    if (cursor.heading("Dictionary Keys") !== undefined) parts = { ...parts, ...readKeys(cursor) };
    else if (cursor.heading("Tuple Items") !== undefined) parts = { ...parts, ...readItems(cursor) };
    else if (cursor.heading("Composed Schemas (allOf/anyOf/oneOf/not)") !== undefined) cursor.texts();
    else if (cursor.heading("allOf") !== undefined) parts = { ...parts, allOf: readClasses(cursor) };
    else if (cursor.heading("oneOf") !== undefined || cursor.heading("anyOf") !== undefined)
      parts = { ...parts, either: [...(parts.either ?? own.either), ...readClasses(cursor)] };
    else return parts;
  }
}

function readKeys(cursor: Cursor): Partial<Schema> {
  const rows = cursor.table(keys) ?? [];
  const schemas = rows.map((row) => {
    const [cell, type, accessed, description, notes] = row.cells;
    if ((type?.text ?? "") === "" && (accessed?.text ?? "") !== "") {
      const message = "this row has the type that is read of it, and not the one that it takes";
      cursor.reading.problem(row.line, message, "Write a \\| for every | that is not the end of a cell");
    }
    const named = readName(cell, row.line, cursor.reading);
    const { optional, deprecated } = readSchemaNotes(notes?.text ?? "");
    return {
      name: named?.name ?? "",
      required: !optional,
      deprecated: named?.isDeprecated === true || deprecated === true,
      schema: below(row, type, description, notes, cursor),
    };
  });
  const properties = schemas.filter(({ name }) => name !== anyName);
  return { properties, additional: schemas.find(({ name }) => name === anyName)?.schema };
}

function readItems(cursor: Cursor): Partial<Schema> {
  const [items] = readClasses(cursor);
  return items === undefined ? {} : { items };
}

function readClasses(cursor: Cursor): readonly Schema[] {
  const rows = cursor.table(classes) ?? [];
  return rows.map((row) => below(row, row.cells[1], row.cells[3], row.cells[4], cursor));
}

/** The schema of a row: that of the section which its name leads to, or what the row says of it. */
function below(
  row: Row,
  type: Cell | undefined,
  description: Cell | undefined,
  notes: Cell | undefined,
  cursor: Cursor,
): Schema {
  const [name] = row.cells;
  const own = schemaOf(row, type, description, notes, cursor);
  if (name?.link?.startsWith("#") !== true) return own;
  if (cursor.heading(name.text) === undefined) {
    cursor.problem(`the schema "${name.text}" has no section of its own here`);
    return own;
  }
  const section = readSchema(cursor);
  return section === undefined
    ? own
    : {
        ...section,
        enum: section.enum ?? own.enum,
        notes: defaultText(section.notes) === undefined ? own.notes : section.notes,
      };
}

/** What a row says of a schema. */
function schemaOf(
  row: Row,
  type: Cell | undefined,
  description: Cell | undefined,
  notes: Cell | undefined,
  cursor: Cursor,
): Schema {
  const said = readSchemaNotes(notes?.text ?? "");
  if (said.rest !== "")
    cursor.reading.problem(row.line, `the note "${said.rest}" is not understood`, "Teach the reader this note");
  return {
    line: row.line,
    description: description?.text ?? "",
    type: typeOf(row, type, said.format, cursor),
    enum: said.enum,
    notes: withoutFormat(notes?.text ?? ""),
    properties: [],
    additional: undefined,
    items: undefined,
    allOf: [],
    either: [],
  };
}

function typeOf(row: Row, cell: Cell | undefined, format: string | undefined, cursor: Cursor): TypeExpression {
  const text = cell?.text ?? "";
  if (/\.md$/.test(cell?.link ?? "")) {
    cursor.reading.type(text, row.line); // is there a page of this model?
    return { kind: "model", name: text };
  }
  try {
    return inputType(text, format);
  } catch (error) {
    if (!(error instanceof TypeSyntaxError)) throw error;
    cursor.reading.problem(row.line, error.message, "Mend the page, or teach the reader this type");
    return { kind: "builtin", name: "any" };
  }
}

/** True where the schema says nothing that its parts do not say. */
export function isBare(schema: Schema): boolean {
  return ["any", "object", "any?"].includes(printType(schema.type)) && schema.enum === undefined;
}
