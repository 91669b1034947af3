import type { PageEdit } from "./page-edit.js";

/** The first part about optional parameters that has rows, on pages which give them a part of their own. */
const part = /^#+ (?:Optional|Other) Parameters\n+(?:[^#|\n].*\n+)?Name +\|.*\n-.*\n *\*\*[\s\S]*?(?=\n#)/m;
const head = /^Name +\| Type.*\n/m;
const rule = /^-{5,} \|.*\n/m;

/** Damages of the head and the rule of a table, without which its rows are words to Markdown; and of the whole of it. */
export const headEdits: readonly PageEdit[] = [
  damage("without its head", head, ""),
  damage("without its rule", rule, ""),
  damage("without head and rule", /^Name +\| Type.*\n.*\n/m, ""),
  damage("with an empty line for its head", head, "\n"),
  damage("with an empty line for its rule", rule, "\n"),
  damage("with an empty line below its head", head, "$&\n"),
  damage("with a comment below its head", head, "$&<!-- checked -->\n"),
  damage("with a head in code", head, "    $&"),
  damage("with a head in a <span>", /^(Name +\| Type.*)$/m, "<span>$1</span>"),
  damage("with a head of two columns", /^(Name +\| Type).*$/m, "$1"),
  damage("with a head of five columns", /^(Name +\| Type.*)$/m, "$1 | More"),
  damage("with a rule of three columns", /^-{5,} \| /m, ""),
  damage("with a rule of five columns", /^(-{5,} \|.*)$/m, "$1 | ---"),
  damage("with a letter in its rule", /^-{5,} \|/m, "----x |"),
  damage("with a backslash in its rule", /^-{5,} \|/m, "----- \\|"),
  damage("with its first two columns swapped", /^Name( +)\| Type/m, "Type$1| Name"),
  damage("without rows", /^(-{5,} \|.*\n)[\s\S]*/m, "$1"),
  damage("that is gone", /^Name +\| Type[\s\S]*/m, ""),
  damage("that is gone with its heading", /[\s\S]+/, ""),
];

function damage(kind: string, pattern: RegExp, to: string): PageEdit {
  return {
    kind: `a table of optional parameters ${kind}`,
    meaning: "damage",
    apply: (text) => text.replace(part, (found) => found.replace(pattern, to)),
  };
}
