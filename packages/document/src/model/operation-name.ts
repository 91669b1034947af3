/**
 * The name of an operation in a package: its operationId in camel case. Letters and digits stay, everything else separates words, and capitals
 * at the very beginning become small: `list_users` and `ListUsers` are `listUsers`, `repos/get` is `reposGet`, `URLCheck` is `urlCheck`.
 * Empty where the id has neither letters nor digits.
 */
export function operationName(operationId: string): string {
  const [first = "", ...others] = operationId.match(/[\p{L}\p{M}\p{N}$]+/gu) ?? [];
  const start = first.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll}|[^\p{Lu}\p{Ll}]|$)|^\p{Lu}+/u, (capitals) =>
    capitals.toLowerCase(),
  );
  const name = [start, ...others.map(capitalize)].join("");
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}

function capitalize(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}
