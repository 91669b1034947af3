import { type DocumentedName, readName } from "../documented-name.js";
import type { Row } from "../table.js";
import type { Cursor } from "./cursor.js";
import { readSchema, type Schema } from "./schema.js";
import { readSchemaNotes } from "./schema-notes.js";

interface Listed extends DocumentedName {
  readonly isOptional: boolean;
}

/** A row that lists a parameter or a header: its name and its notes. Undefined, and a problem, where they are not understood. */
export function readListed({ line, cells }: Row, { reading }: Cursor): Listed | undefined {
  const [name, , , notes] = cells;
  const { optional, deprecated, rest } = readSchemaNotes(notes?.text ?? "");
  if (rest !== "") reading.problem(line, `the note "${rest}" is not understood`, "Teach the reader this note");
  const named = readName(name, line, reading);
  return named && { ...named, isOptional: optional, isDeprecated: named.isDeprecated || deprecated === true };
}

/** The schema that such a row names, which has a section of its own below the table. */
export function readListedSchema({ cells: [, type] }: Row, cursor: Cursor): Schema | undefined {
  const title = type?.text ?? "";
  if (cursor.heading(title) === undefined) {
    cursor.problem(`the schema "${title}" has no section of its own here`);
    return undefined;
  }
  const schema = readSchema(cursor);
  cursor.texts();
  return schema;
}
