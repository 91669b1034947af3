/** The values that a text of a URL or a header may stand for. */
export function valuesOfText(text: string): readonly unknown[] {
  const others: unknown[] = [];
  if (/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?(e[+-]?\d{1,3})?$/i.test(text)) others.push(Number(text));
  if (text === "true" || text === "false") others.push(text === "true");
  if (text === "" || text === "null") others.push(null);
  return [text, ...others];
}

/** The values that several texts may stand for as a list: all of them texts, or each what it looks like. */
export function listsOfTexts(texts: readonly string[]): readonly unknown[] {
  return [texts, texts.map((text) => valuesOfText(text).at(-1))];
}
