import type { Code } from "./code.js";
import { text } from "./code.js";

/** Door for names: the source of a name. Make it with {@link identifierName} or {@link pascalCase} where a document gives it. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new TypeError(`${JSON.stringify(name)} cannot be a name in TypeScript.`);
  return text(name);
}

export function isIdentifier(name: string): boolean {
  return isPlainName(name) && !reserved.has(name);
}

/** Whether a name can stand after a dot and before a colon without quotes. */
export function isPlainName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

/** The name itself where it can be one; otherwise the nearest. */
export function identifierName(name: string): string {
  return safe(name.normalize("NFC").replace(/[^\p{ID_Continue}$]/gu, "_"));
}

/** `simple-user`, `simple_user`, `SimpleUser` → `SimpleUser`. Capitals within a word are kept. */
export function pascalCase(name: string): string {
  return safe(words(name).map(upperStart).join(""));
}

function words(name: string): readonly string[] {
  return (
    name
      .normalize("NFC")
      .match(/[\p{ID_Continue}$]+/gu)
      ?.flatMap((word) => word.split("_").filter(Boolean)) ?? []
  );
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
