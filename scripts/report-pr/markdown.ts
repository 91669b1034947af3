/** Text of others as words of a comment: nothing of it is markup, and nobody and no issue is mentioned by it. */
export function words(text: string): string {
  return shown(text)
    .replaceAll(/[&<>*_[\]|\\`~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/(?<!&)[@#]/g, "$&&#8203;");
}

/** The same as code. A column of a table would end at a bar. */
export function code(text: string): string {
  return `\`${shown(text).replaceAll("`", "'").replaceAll("|", "¦")}\``;
}

/** Lines as they are, in a frame that none of them can end. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${lines.map(shown).join("\n")}\n${fence}\n`;
}

/** A table; its cells are Markdown. Nothing where it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map(line).join("");
}

/** A number that was, and what it is now, as `12 → 14 (+2)`; alone where it is the same. */
export function fromTo(before: number | undefined, after: number | undefined): string {
  if (after === undefined) return before === undefined ? "—" : `${count(before)} → —`;
  if (before === undefined) return `— → ${count(after)}`;
  const difference = after - before;
  return difference === 0
    ? count(after)
    : `${count(before)} → ${count(after)} (${difference > 0 ? "+" : "−"}${count(Math.abs(difference))})`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

/** What cannot be seen, or turns the text around it, becomes a blank. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, " ");
}
