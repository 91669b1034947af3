/** JSON in the indentation, the line ends and with the end of the text that was there, which is how npm writes it too. */
export function printLike(value: unknown, like = "{\n  \n}\n"): string {
  const [, indent = "  "] = /^\uFEFF?\s*\{\r?\n([ \t]+)/.exec(like) ?? [];
  const end = like.slice(like.trimEnd().length);
  const text = JSON.stringify(value, undefined, indent);
  const mark = like.startsWith("\uFEFF") ? "\uFEFF" : "";
  return `${mark}${like.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text}${end}`;
}
