import type { Paragraph, RootContent } from "mdast";
import { lineOf, nodesOfType, textOf } from "./markdown.js";

/** How a page writes the call of an operation: `> Book add_book(book)`, `addBook($book): \Model\Book`. */
export interface Signature {
  readonly line: number;
  /** The names of its arguments. */
  readonly names: readonly string[];
  /** As it is written; an empty text for nothing. */
  readonly returns: string;
}

/** Finds the signature of an operation in what stands before the parts of its section. */
export function findSignature(operation: string, before: readonly RootContent[]): Signature | undefined {
  for (const node of before) {
    if (node.type !== "blockquote" && node.type !== "code") continue;
    const texts = node.type === "code" ? [node.value] : nodesOfType(node, "paragraph").map(firstLine);
    for (const text of texts) {
      const signature = readSignature(operation, text.replace(/\s+/g, " ").trim(), lineOf(node));
      if (signature !== undefined) return signature;
    }
  }
  return undefined;
}

/** Where no empty line follows a signature, the summary is a part of its paragraph. */
function firstLine(paragraph: Paragraph): string {
  return textOf(paragraph).split("\n")[0] ?? "";
}

function readSignature(operation: string, text: string, line: number): Signature | undefined {
  const at = text.search(new RegExp(`(^|[^\\w$])${quoted(operation)} ?\\(`));
  if (at === -1) return undefined;
  const start = text.indexOf("(", at);
  const swift = /^\(([^()]*?),? ?completion: @escaping \(_ data: (.*?)\??, _ error/.exec(text.slice(start));
  if (swift !== null) return { line, names: namesOf(swift[1] ?? ""), returns: (swift[2] ?? "").replace(/^Void$/, "") };
  const groups = [...text.slice(start).matchAll(/\(([^()]*)\)/g)].map(([, inner = ""]) => inner);
  const end = text.lastIndexOf(")");
  const after = /^\)?\s*:\s*((?:\S.*)?)$/.exec(text.slice(end))?.[1];
  const name = text.indexOf(operation, at);
  return {
    line,
    names: groups.flatMap(namesOf),
    returns: (after ?? text.slice(0, name)).trim(),
  };
}

function namesOf(group: string): readonly string[] {
  return group.split(",").flatMap((argument) => nameOf(argument) ?? []);
}

function nameOf(argument: string): string | undefined {
  const bare = /^\s*(?:\$|r#)?([\p{L}_][\p{L}\p{N}_]*)\??\s*(?:[:=].*)?$/u.exec(argument)?.[1];
  // `string name = null`, as C# writes it.
  return bare ?? /^\s*[^\s:=]+\s+([\p{L}_][\p{L}\p{N}_]*)\s*(?:=.*)?$/u.exec(argument)?.[1];
}

function quoted(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
