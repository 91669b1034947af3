/**
 * The source of a regular expression without the flag `(?i)` in its midst, which other engines (Java's, .NET's, Python's, Go's) have and ECMAScript does
 * not: from there to the end of its group, letters of ASCII are written in both cases.
 */
export function withoutCaseFlag(source: string): string {
  if (!source.includes("(?i)")) return source;
  const groups: boolean[] = [];
  let ignores = false;
  return source.replace(tokens, (token) => {
    if (token === "(?i)") {
      ignores = true;
      return "";
    }
    if (token.startsWith("(")) groups.push(ignores);
    else if (token === ")") ignores = groups.pop() ?? false;
    else if (ignores) return inBothCases(token);
    return token;
  });
}

/** The flag, what begins a group, its end, an escape with what belongs to it, a class, a letter. None is looked for twice from the same place. */
const tokens =
  /\(\?i\)|\((?:\?(?:<?[=!]|:|<[^>(]*>))?|\)|\\(?:[pPu]\{[^}\\]*\}|k<[^>\\]*>|x[\da-f]{2}|u[\da-f]{4}|c[a-z]|.)|\[(?:\\.|[^\]\\])*\]?|[a-z]/gisu;

function inBothCases(token: string): string {
  if (token.startsWith("\\")) return token;
  if (token.startsWith("[")) return `${token.slice(0, -1)}${othersIn(token)}]`;
  return `[${token}${swapped(token)}]`;
}

/** The other case of the letters and ranges of letters in a class. A range over both cases has both already. */
function othersIn(characters: string): string {
  const found = characters.matchAll(/\\[pPu]\{[^}\\]*\}|\\.|[a-z]-[a-z]|[A-Z]-[A-Z]|.-.|[A-Za-z]/gsu);
  return [...found].map(([part]) => (/^[A-Za-z](?:-[A-Za-z])?$/.test(part) ? swapped(part) : "")).join("");
}

function swapped(letters: string): string {
  return letters === letters.toLowerCase() ? letters.toUpperCase() : letters.toLowerCase();
}
