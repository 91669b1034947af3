import type { FactValue } from "../../facts/fact.js";
import { textMark } from "../../facts/text-mark.js";
import { printType } from "../../facts/type-expression.js";
import { pascalCase } from "../../families/spelling.js";
import { textOf } from "../markdown.js";
import { readDefault } from "../parameters.js";
import type { Row } from "../table.js";
import type { Cursor } from "./cursor.js";
import { readListed, readListedSchema } from "./listed.js";
import { readSchema, type Schema } from "./schema.js";
import { typeOfSchema } from "./state-schema.js";

const columns = "name,type,description,notes";

/** Where the parameters of a part travel. */
const places: Readonly<Record<string, string>> = {
  query_params: "query",
  path_params: "path",
  header_params: "header",
  cookie_params: "cookie",
};

/** What the SDK asks for beside the API's parameters. */
const ownParameters = ["stream", "timeout", "skip_deserialization"];

/** Reads the parameters of an operation, its request body, and the media types of the body and of the answers. */
export function readTagsParameters(operation: string, cursor: Cursor): void {
  const texts = cursor.texts();
  const none = texts.some((node) => /does not need any parameter/.test(textOf(node)));
  const rows = none && cursor.columns() === "" ? [] : (cursor.table(columns) ?? []);
  const line = rows[0]?.line ?? cursor.line;
  const types = { content: [] as readonly string[], accept: [] as readonly string[] };
  for (const row of rows) {
    const [name = "", type = "", said = ""] = row.cells.map(({ text }) => text);
    if (name === "content_type") types.content = mediaTypes(said);
    else if (name === "accept_content_types") types.accept = mediaTypes(said);
    else if (name === "body") readBody(operation, row, type, said, cursor);
    else if (places[name] !== undefined) readPlace(operation, name, type, cursor);
    else if (!ownParameters.includes(name))
      cursor.reading.problem(row.line, `"${name}" is no parameter that is known`, "Teach the reader this row");
  }
  cursor.reading.state(["operation", operation, "content-types"], line, types.content);
  // Where there are no rows at all, the page does not show what the answers are.
  if (rows.length > 0) cursor.reading.state(["operation", operation, "accepts"], line, types.accept);
}

/** `optional, default is 'application/json'`, `default is ('application/json', 'text/plain', )`. */
function mediaTypes(said: string): readonly string[] {
  return [...said.slice(said.indexOf("default is")).matchAll(/'([^']+)'/g)].map((match) => match[1] ?? "");
}

/** The names of the classes between the brackets of `typing.Union[A, B, ]`. */
export function classesOf(type: string): readonly string[] {
  const list = /^typing\.Union\[([^\]]*)\]$/.exec(type)?.[1] ?? "";
  return list.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}

/** Reads the section of each class. Undefined, and a problem, where they differ: a fact has one type for all media types. */
export function readClassSections(classes: readonly string[], name: string, cursor: Cursor): Schema | undefined {
  const schemas = classes.flatMap((title) => {
    if (cursor.heading(title) !== undefined) return readSchema(cursor) ?? [];
    cursor.problem(`the schema "${title}" has no section of its own here`);
    return [];
  });
  const [first] = schemas;
  const same = schemas.every(
    (schema) =>
      printType(schema.type) === (first && printType(first.type)) &&
      schema.properties.length === first?.properties.length,
  );
  if (!same)
    cursor.problem(`"${name}" has schemas that differ by media type, of which the page does not spell the names`);
  return same ? first : undefined;
}

function readBody(operation: string, row: Row, type: string, said: string, cursor: Cursor): void {
  if (cursor.heading("body") === undefined)
    cursor.problem(`the request body of "${operation}" has no part of its own here`);
  cursor.texts();
  const classes = classesOf(type);
  const schema = readClassSections(classes, operation, cursor);
  if (classes.length > 1)
    cursor.problem(`the page does not spell the media types of the request body of "${operation}"`);
  if (schema === undefined) return;
  if (!/^(?:required|optional)\b/.test(said))
    cursor.reading.problem(row.line, `"${said}" does not say whether the body is required`, "Write it as `required`");
  stateParameter(operation, "body", row.line, /^required/.test(said), schema, cursor);
  cursor.reading.state(["wire", "operation", operation, "parameter", "body", "in"], row.line, "body");
}

function readPlace(operation: string, part: string, type: string, cursor: Cursor): void {
  const found = cursor.heading(part) !== undefined;
  cursor.texts();
  if (!found || cursor.heading(type) === undefined) {
    cursor.problem(`the operation "${operation}" has no part "${part}" here`);
    return;
  }
  cursor.texts();
  for (const row of cursor.table(columns) ?? []) {
    const named = readListed(row, cursor);
    const schema = readListedSchema(row, cursor);
    if (named === undefined || schema === undefined) continue;
    const { name } = named;
    stateParameter(operation, name, row.line, !named.isOptional, schema, cursor);
    if (named.isDeprecated)
      cursor.reading.state(["operation", operation, "parameter", name, "deprecated"], row.line, true);
    const wire = ["wire", "operation", operation, "parameter", name];
    cursor.reading.state([...wire, "name"], row.line, name);
    cursor.reading.state([...wire, "in"], row.line, places[part] ?? part);
  }
}

function stateParameter(
  operation: string,
  name: string,
  line: number,
  required: boolean,
  schema: Schema,
  cursor: Cursor,
): void {
  const state = (fact: string, value: FactValue): void =>
    cursor.reading.state(["operation", operation, "parameter", name, fact], line, value);
  const model = `${pascalCase(operation)}${name === "body" ? "Request" : pascalCase(name)}`;
  const type = printType(typeOfSchema(schema, model, cursor.reading));
  state("type", type);
  state("required", required);
  if (schema.enum !== undefined) state("enum", schema.enum);
  readDefault((fact) => ["operation", operation, "parameter", name, fact], type, schema.notes, line, cursor.reading);
  if (schema.description !== "") state("description", textMark(schema.description));
}
