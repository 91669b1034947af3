import { ts } from "../compiler.js";
import type { Code } from "./code.js";
import { text } from "./code.js";

/** Door for names: the source of a name. Make it with {@link identifierName} or {@link pascalCase} where a document gives it. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new TypeError(`${JSON.stringify(name)} cannot be a name in TypeScript.`);
  return text(name);
}

function isIdentifier(name: string): boolean {
  return isPlainName(name) && !reserved.has(name);
}

/** Whether a name can stand after a dot and before a colon without quotes. */
export function isPlainName(name: string): boolean {
  if (/^[A-Za-z$_][\w$]*$/.test(name)) return true;
  const [first, ...rest] = name;
  return first !== undefined && isStart(first) && rest.every(isPart);
}

// The compiler's own tables: what a name may hold differs between versions of Unicode, and so between platforms.
function isStart(character: string): boolean {
  return ts.isIdentifierStart(character.codePointAt(0) ?? 0, ts.ScriptTarget.ESNext);
}

function isPart(character: string): boolean {
  return ts.isIdentifierPart(character.codePointAt(0) ?? 0, ts.ScriptTarget.ESNext);
}

/** The name itself where it can be one; otherwise the nearest. */
export function identifierName(name: string): string {
  return safe([...name.normalize("NFC")].map((character) => (isPart(character) ? character : "_")).join(""));
}

/** `simple-user`, `simple_user`, `SimpleUser` → `SimpleUser`. Capitals within a word are kept. */
export function pascalCase(name: string): string {
  return safe(words(name).map(upperStart).join(""));
}

function words(name: string): readonly string[] {
  const characters = [...name.normalize("NFC").replace(/['’]/g, "")];
  const spaced = characters.map((character) => (isPart(character) && character !== "_" ? character : " ")).join("");
  return spaced.split(" ").filter((word) => word !== "");
}

function upperStart(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

function safe(name: string): string {
  if (reserved.has(name)) return `${name}_`;
  return isPlainName(name) ? name : `_${name}`;
}

// ECMA-262, 12.7.2 with the words that only strict mode reserves, and the names that a module cannot declare.
const reserved: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof
  undefined var void while with yield`.split(/\s+/),
);
