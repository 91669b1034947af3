import type { RootContent } from "mdast";
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
    const texts = node.type === "code" ? [node.value] : nodesOfType(node, "paragraph").map((each) => textOf(each));
    for (const text of texts) {
      const signature = readSignature(operation, text.replace(/\s+/g, " ").trim(), lineOf(node));
      if (signature !== undefined) return signature;
    }
  }
  return undefined;
}

function readSignature(operation: string, text: string, line: number): Signature | undefined {
  const at = text.search(new RegExp(`(^|[^\\w$])${quoted(operation)}\\(`));
  if (at === -1) return undefined;
  const start = text.indexOf("(", at);
  const groups = [...text.slice(start).matchAll(/\(([^()]*)\)/g)].map(([, inner = ""]) => inner);
  const end = text.lastIndexOf(")");
  const after = /^\)?\s*:\s*(.+)$/.exec(text.slice(end))?.[1];
  const name = text.indexOf(operation, at);
  return {
    line,
    names: groups.flatMap((group) => group.split(",")).flatMap((argument) => nameOf(argument) ?? []),
    returns: (after ?? text.slice(0, name)).trim(),
  };
}

function nameOf(argument: string): string | undefined {
  return /^\s*\$?([\p{L}_][\p{L}\p{N}_]*)\??\s*(?:[:=].*)?$/u.exec(argument)?.[1];
}

function quoted(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
