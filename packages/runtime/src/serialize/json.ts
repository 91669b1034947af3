/** True for `application/json` and every `+json`, with or without media type parameters. */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

/**
 * JSON with every bigint as an exact number. Throws TypeError for what JSON cannot hold (a cycle, a function).
 * A bigint is written as a text that occurs nowhere else, then taken out of its quotes.
 */
export function toJson(value: unknown): string {
  let bigints = false;
  const write = (mark: string): string | undefined =>
    JSON.stringify(value, (_, member) => {
      if (typeof member !== "bigint") return member;
      bigints = true;
      return `${mark}${member}`;
    });
  let text = write("");
  if (text === undefined) throw new TypeError("JSON has no form for this value");
  if (!bigints) return text;
  let mark = "#";
  while (text.includes(mark)) mark += "#";
  text = write(mark) ?? "";
  return text.replace(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}
