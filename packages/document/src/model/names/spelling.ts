import { isNamePart, isNameStart } from "./characters.js";

/**
 * The name that an operationId becomes. Letters and digits stay, everything else separates words, and capitals at the very beginning become
 * small: `list_users` and `ListUsers` are `listUsers`, `repos/get` is `reposGet`, `URLCheck` is `urlCheck`. Empty where the id has neither letters
 * nor digits.
 */
export function camelCase(text: string): string {
  const [first = "", ...others] = wordsOf(text, /[\p{L}\p{M}\p{N}$]/u);
  const start = first.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll}|[^\p{Lu}\p{Ll}]|$)|^\p{Lu}+/u, (capitals) =>
    capitals.toLowerCase(),
  );
  return withStart([start, ...others.map(capitalize)].join(""));
}

/**
 * The name that a title or the key of a component becomes: `simple-user` and `simple_user` are `SimpleUser`. Capitals within a word are kept. Empty
 * where there is nothing that a name could hold.
 */
export function pascalCase(text: string): string {
  const words = wordsOf(text.replace(/['’]/g, ""), /[^_]/u);
  return withStart(words.map(capitalize).join(""));
}

/** The longest parts of a text that names may hold, made of characters of a kind. */
function wordsOf(text: string, kind: RegExp): readonly string[] {
  // In ASCII, names may hold these and `_`, which is of neither kind.
  if (/^[\x20-\x7e]*$/.test(text)) return text.match(/[A-Za-z0-9$]+/g) ?? [];
  const characters = [...text.normalize("NFC")];
  const spaced = characters.map((character) => (isNamePart(character) && kind.test(character) ? character : " "));
  return spaced
    .join("")
    .split(" ")
    .filter((word) => word !== "");
}

/** What a tag becomes in a path: `Pull requests` and `PullRequests` are `pull-requests`. Empty where it has neither letters nor digits. */
export function kebabCase(text: string): string {
  return text
    .normalize("NFC")
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, "-")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Longer names are cut: a file's has up to 255 bytes on common file systems, and four for a character. */
const longestFileName = 60;

/** The same for files: cut where it is longer than the name of a file may be. */
export function fileName(text: string): string {
  return [...kebabCase(text)].slice(0, longestFileName).join("").replace(/-$/, "");
}

export function capitalize(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** What a name may hold and not begin with, such as a digit, gets `_` before it. */
function withStart(name: string): string {
  const [first] = name;
  return first === undefined || isNameStart(first) ? name : `_${name}`;
}
