/** A name without what spellings differ in: `user_ID` and `userId` are one. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What an identifier is called that says nothing about what it identifies, the likeliest first. */
const generic: readonly string[] = ["id", "uuid", "guid", "uid", "sid", "gid", "key", "slug", "number", "code", "name"];

/** Whether a name says that something is an identifier, and not of what. */
export function isGeneric(name: string): boolean {
  return generic.includes(bareName(name));
}

/**
 * The names of properties that may hold the value of a path parameter, the likeliest first: of `userID` below `/users` those that are called so,
 * then `id` and what else identifiers are called, then `user`.
 */
export function identifierNames(parameter: string, segment: string): readonly string[] {
  const bare = bareName(parameter);
  const noun = singular(bareName(segment));
  const ending = generic.filter((name) => bare.endsWith(name));
  return [...new Set([bare, ...ending, ...generic.slice(0, 6), `${noun}id`, noun, ...generic])];
}

/** Of an English plural as paths have it. */
export function singular(noun: string): string {
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  return noun.endsWith("s") && !noun.endsWith("ss") ? noun.slice(0, -1) : noun;
}
