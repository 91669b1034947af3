import { text, textRows } from "./code.js";
import { decodeEntities } from "./entities.js";
import { inert } from "./inert.js";
import type { Code } from "./piece.js";
import { proseRows } from "./prose.js";

/** A paragraph of a documentation comment, as CommonMark; or a tag such as `@param input.path.id …`. */
export type CommentBlock = string | CommentTag;

export interface CommentTag {
  readonly tag: "param" | "returns" | "throws" | "deprecated" | "example" | "see" | "defaultValue";
  /** What the tag is about, before its text: the name of a parameter. */
  readonly subject?: string;
  readonly text?: string;
}

/** Door for prose: a documentation comment, or nothing where there is nothing to say. */
export function comment(...blocks: readonly (CommentBlock | undefined)[]): Code | undefined {
  const rows = blockRows(blocks);
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  if (others.length === 0) return text(`/** ${first} */`);
  // No row ends in a space, but those that are empty get one.
  return textRows(`/**\n * ${rows.join("\n * ").replaceAll(" * \n", " *\n")}\n */`);
}

function blockRows(blocks: readonly (CommentBlock | undefined)[]): readonly string[] {
  const rows: string[] = [];
  let previous: CommentBlock | undefined;
  for (const block of blocks) {
    if (block === undefined) continue;
    const next = typeof block === "string" ? proseRows(inert(decodeEntities(block))) : tagRows(block);
    if (next.length === 0) continue;
    if (previous !== undefined && (typeof previous === "string" || typeof block === "string")) rows.push("");
    for (const row of next) rows.push(row);
    previous = block;
  }
  return rows;
}

function tagRows({ tag, subject, text: prose = "" }: CommentTag): readonly string[] {
  const about = subject === undefined ? "" : inert(subject.replace(/\s+/g, ""));
  const start = about === "" ? `@${tag}` : `@${tag} ${about}`;
  const [first = "", ...rest] = proseRows(inert(decodeEntities(prose)), start.length + 1);
  return [`${start} ${first}`.trimEnd(), ...rest.map((row) => (row === "" ? "" : `  ${row}`))];
}

/** A comment on a line of its own. */
export function lineComment(prose: string): Code {
  return text(`// ${inert(prose).replace(/\s+/g, " ").trim()}`);
}
