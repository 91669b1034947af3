/*
 * A generated README has one section that people own: what stands between two lines, which the generator writes and looks for. It is carried over, byte for
 * byte but for the ends of lines, each time the file is generated.
 */

export const beginMark =
  "<!-- yours: what stands from here to the next mark is kept when this file is generated again -->";
export const endMark = "<!-- end of yours -->";

/** What stands between the marks of a text; undefined where it has neither, `unclear` where one is missing or they are the wrong way round. */
export function readOwnSection(text: string): { readonly own: string } | "unclear" | undefined {
  const lines = text.split(/\r?\n/);
  const trimmed = lines.map((line) => line.trim());
  const [begin, end] = [trimmed.indexOf(beginMark), trimmed.lastIndexOf(endMark)];
  if (begin === -1 && end === -1) return undefined;
  if (begin === -1 || end < begin) return "unclear";
  return { own: lines.slice(begin + 1, end).join("\n") };
}

/** The section as it stands in a README. @param own - what people have written there */
export function ownSection(own = ""): string {
  return `${beginMark}\n${own}\n${endMark}`;
}

/** A text of the generator, in which nothing that a document says is taken for a mark. */
export function withoutMarks(text: string): string {
  return text.replaceAll(beginMark, beginMark.replace("<!-- ", "<!--  ")).replaceAll(endMark, "<!--  end of yours -->");
}
