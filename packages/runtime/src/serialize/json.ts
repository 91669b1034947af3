/** True for `application/json` and every `+json`, with or without media type parameters. */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

/**
 * JSON with every bigint as an exact number. Throws TypeError for what JSON cannot hold (a cycle, a function), RangeError for what is nested
 * deeper than the platform can follow: a few thousand.
 */
export function toJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = toJsonWithBigints(value);
  }
  if (text === undefined) throw new TypeError("JSON has no form for this value");
  return text;
}

/** Writes each bigint as a text that occurs nowhere else, then takes it out of its quotes. */
function toJsonWithBigints(value: unknown): string {
  const write = (mark: string): string =>
    JSON.stringify(value, (_, member) => (typeof member === "bigint" ? mark + member : member));
  const plain = write("");
  let mark: string;
  do mark = Math.random().toString(36).slice(2);
  while (plain.includes(mark));
  return write(mark).replace(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}
