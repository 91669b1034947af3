import type { Code } from "../../print/index.js";
import { arrayLiteral, objectLiteral, openArrayLiteral } from "../../print/index.js";

/** Literals with more than one member. */
const several = new WeakSet<Code>();

/** A node with its keywords. */
export function keywordsNode(keywords: readonly (Code | undefined)[]): Code {
  const given = keywords.filter((one) => one !== undefined);
  return marked(objectLiteral(given), given.length);
}

/** A list: each of its items is on a line of its own where there are two, and all of them have more than one member. So the formatter has it. */
export function nodeList(items: readonly Code[]): Code {
  const isOpen = items.length > 1 && items.every((item) => several.has(item));
  return marked(isOpen ? openArrayLiteral(items) : arrayLiteral(items), items.length);
}

function marked(literal: Code, members: number): Code {
  if (members > 1) several.add(literal);
  return literal;
}
