import { textMark } from "../../facts/text-mark.js";
import { printType } from "../../facts/type-expression.js";
import { pascalCase } from "../../families/spelling.js";
import { isSuccess } from "../../spec/operations.js";
import type { Cursor } from "./cursor.js";
import { readListed, readListedSchema } from "./listed.js";
import { classesOf, readClassSections } from "./parameters.js";
import { typeOfSchema } from "./state-schema.js";

const columns = "name,type,description,notes";

/** Reads the table of statuses, and below it for each its body and its headers. */
export function readTagsResponses(operation: string, title: string, cursor: Cursor): void {
  cursor.texts();
  const rows = (cursor.table("code,class,description") ?? []).filter(({ cells }) => cells[0]?.text !== "n/a");
  let returns: string | undefined;
  for (const { line, cells } of rows) {
    const [code = "", answer = "", description = ""] = cells.map(({ text }) => text);
    if (!/^(\d{3}|\dXX|default)$/i.test(code)) {
      cursor.reading.problem(line, `"${code}" is not a status`, "Write it as `200 | [class](#anchor) | description`");
      continue;
    }
    const status = code === "default" ? code : code.toUpperCase();
    cursor.reading.state(
      ["operation", operation, "status", status],
      line,
      description === "" ? null : textMark(description),
    );
    const body = readResponse(operation, status, `${title}.${answer}`, line, cursor);
    if (isSuccess(status)) returns ??= body;
  }
  cursor.reading.state(["operation", operation, "returns"], rows[0]?.line ?? cursor.line, returns ?? "void");
}

/** The type of the body of one status, `void` where the page says that it has none. */
function readResponse(
  operation: string,
  status: string,
  title: string,
  line: number,
  cursor: Cursor,
): string | undefined {
  cursor.texts();
  if (cursor.heading(title) === undefined) {
    cursor.problem(`the status ${status} of "${operation}" has no part of its own here`);
    return undefined;
  }
  cursor.texts();
  const rows = cursor.table(columns) ?? [];
  const typeOf = (name: string): string => rows.find(({ cells }) => cells[0]?.text === name)?.cells[1]?.text ?? "";
  const body = readBody(operation, status, typeOf("body"), cursor);
  if (body !== undefined) cursor.reading.state(["operation", operation, "status", status, "body"], line, body);
  readHeaders(operation, status, typeOf("headers"), cursor);
  return body;
}

function readBody(operation: string, status: string, type: string, cursor: Cursor): string | undefined {
  if (type === "Unset") return "void";
  cursor.texts();
  const schema = readClassSections(classesOf(type), operation, cursor);
  cursor.texts();
  if (schema === undefined) {
    cursor.problem(`the body of the status ${status} of "${operation}" cannot be read`);
    return undefined;
  }
  return printType(typeOfSchema(schema, `${pascalCase(operation)}${status}Response`, cursor.reading));
}

function readHeaders(operation: string, status: string, type: string, cursor: Cursor): void {
  if (type === "Unset") return;
  if (cursor.heading(type) === undefined) {
    cursor.problem(`the headers of the status ${status} of "${operation}" have no part of their own here`);
    return;
  }
  cursor.texts();
  for (const row of cursor.table(columns) ?? []) {
    const named = readListed(row, cursor);
    readListedSchema(row, cursor);
    if (named === undefined) continue;
    if (named.isDeprecated) refuseMark(named.name, row.line, cursor);
    const header = ["operation", operation, "status", status, "header", named.name];
    const description = row.cells[2]?.text ?? "";
    cursor.reading.state(header, row.line, description === "" ? null : textMark(description));
  }
}

function refuseMark(header: string, line: number, { reading }: Cursor): void {
  reading.problem(line, `the header "${header}" is marked as deprecated, which is not read`, "Take the mark away");
}
