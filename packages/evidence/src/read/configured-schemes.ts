import { type Section, textOf } from "./markdown.js";

/** The schemes that a Kotlin page names where others link them: `Configure api_key:`, and below it the line of code that does so. */
export function configuredSchemes(part: Section): readonly string[] {
  const text = part.content.flatMap((node) => (node.type === "paragraph" ? textOf(node) : [])).join("\n");
  return [...text.matchAll(/^Configure (\S+):$/gm)].map((match) => match[1] ?? "");
}
