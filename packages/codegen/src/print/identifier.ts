import { text } from "./code.js";
import type { Code } from "./piece.js";
import { isIdContinue, isIdStart } from "./unicode.js";

/** Door for names: the source of a name that is declared or referred to. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new TypeError(`${JSON.stringify(name)} cannot be a name in TypeScript.`);
  return text(name);
}

/** The same for names that no declaration introduces, which may be reserved words: members after a dot, and what lists of exports call things. */
export function memberName(name: string): Code {
  if (!isPlainName(name)) throw new TypeError(`${JSON.stringify(name)} cannot be a name in TypeScript.`);
  return text(name);
}

/** Whether a declaration can introduce a name. */
export function isIdentifier(name: string): boolean {
  return isPlainName(name) && !reserved.has(name);
}

/** Whether a name can stand after a dot and before a colon without quotes. */
export function isPlainName(name: string): boolean {
  if (/^[A-Za-z$_][\w$]*$/.test(name)) return true;
  const [first, ...rest] = name;
  return first !== undefined && isStart(first) && rest.every((character) => isPart(character));
}

function isStart(character: string): boolean {
  return /[A-Za-z$_]/.test(character) || isIdStart(character.codePointAt(0) ?? 0);
}

function isPart(character: string): boolean {
  return /[\w$]/.test(character) || isIdContinue(character.codePointAt(0) ?? 0);
}

// ECMA-262, 12.7.2 with the words that only strict mode reserves, the names that a module cannot declare, and those of TypeScript's own types.
const reserved: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof
  undefined var void while with yield any bigint boolean never number object string symbol unknown globalThis`.split(
    /\s+/,
  ),
);
