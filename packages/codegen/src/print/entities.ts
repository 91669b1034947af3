// What occurs in documents that were made from HTML, and what any escaping writes.
const named: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "•",
  copy: "©",
  gt: ">",
  hellip: "…",
  laquo: "«",
  ldquo: "“",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  middot: "·",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  raquo: "»",
  rarr: "→",
  rdquo: "”",
  reg: "®",
  rsquo: "’",
  times: "×",
  trade: "™",
};

const part = /`+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi;

/** The characters that references such as `&lt;` stand for in Markdown, where they are not in code (CommonMark 0.31, 2.5). */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  // Where the last row of so many backticks is, by its length: only what ends is code.
  const last = new Map([...text.matchAll(/`+/g)].map(({ 0: run, index }) => [run.length, index]));
  let mark = 0;
  return text.replace(part, (found: string, index: number) => {
    if (!found.startsWith("`")) return mark === 0 ? characterOf(found) : found;
    if (mark === found.length) mark = 0;
    else if (mark === 0 && (last.get(found.length) ?? 0) > index) mark = found.length;
    return found;
  });
}

function characterOf(reference: string): string {
  const name = reference.slice(1, -1);
  if (!name.startsWith("#")) return (Object.hasOwn(named, name) ? named[name] : undefined) ?? reference;
  const number = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = number > 0 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff);
  return isCharacter ? String.fromCodePoint(number) : "\ufffd";
}
