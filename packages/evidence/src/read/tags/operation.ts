import { readExample } from "../example.js";
import { linksBack, type Section, textOf } from "../markdown.js";
import { readSecurity, readTexts } from "../operation.js";
import type { Listed } from "../request-row.js";
import type { Cursor } from "./cursor.js";
import { readTagsParameters } from "./parameters.js";
import { readTagsResponses } from "./responses.js";

/** Reads the section of one operation, part by part, in the order that the generator gives them. */
export function readTagsOperation({ name: title, summary }: Listed, line: number, cursor: Cursor): void {
  const { reading } = cursor;
  const name = reading.operationKey(title);
  const texts = cursor.texts().filter((node) => !/^<a name="[^"]*"><\/a>$/.test(textOf(node)));
  readTexts(name, summary, texts, line, reading);
  if (cursor.heading("Example") === undefined) missing(name, "Example", cursor);
  readExample(name, cursor.texts(), new Map(), reading);
  if (cursor.heading("Parameters") === undefined) missing(name, "Parameters", cursor);
  readTagsParameters(name, cursor);
  if (cursor.heading("Return Types, Responses") === undefined) missing(name, "Return Types, Responses", cursor);
  else readTagsResponses(name, title, cursor);
  const heading = cursor.heading("Authorization");
  if (heading === undefined) {
    missing(name, "Authorization", cursor);
    return;
  }
  const part: Section = { heading, title: textOf(heading), content: cursor.texts() };
  readSecurity(name, part, reading);
  if (!linksBack(part.content)) missing(name, "links that end it", cursor);
  if (cursor.peek() !== undefined) cursor.problem(`what follows here belongs to no part of "${name}" that is known`);
}

function missing(operation: string, part: string, cursor: Cursor): void {
  cursor.problem(`the operation "${operation}" has no part "${part}" here`);
}
