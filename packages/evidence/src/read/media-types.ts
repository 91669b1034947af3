import { lineOf, type Section, sourceOf } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";

const headerFacts: Readonly<Record<string, string>> = { "Content-Type": "content-types", Accept: "accepts" };

/** Reads the media types of an operation's request body and answers. The items are taken as they are written: `*` is no emphasis there. */
export function readMediaTypes(operation: string, part: Section, page: MarkdownPage, reading: Reading): void {
  const items = part.content.flatMap((node) => (node.type === "list" ? node.children : []));
  const stated = new Set<string>();
  for (const item of items) {
    const text = sourceOf(item, page.text).trim();
    const [, header = "", value = ""] = /^[-*+]\s+(?:\*\*)?([\w-]+)(?:\*\*:|:\*\*|:)\s*(.*)$/s.exec(text) ?? [];
    const fact = headerFacts[header];
    if (fact === undefined) {
      reading.problem(lineOf(item), `"${text}" is no header that is known`, "Teach the reader this header");
      continue;
    }
    stated.add(header);
    const types = typesOf(value);
    const wrong = types.find((type) => !isMediaType(type));
    if (wrong !== undefined) reading.problem(lineOf(item), `"${wrong}" is no media type`, "Write it as `type/subtype`");
    else reading.state(["operation", operation, fact], lineOf(item), types);
  }
  for (const header of Object.keys(headerFacts)) {
    if (stated.has(header)) continue;
    const fix = "Get the whole page: it seems to be cut";
    reading.problem(lineOf(part.heading), `the operation "${operation}" says nothing about the header ${header}`, fix);
  }
}

function typesOf(value: string): readonly string[] {
  const text = value.replace(/[`\\]/g, "").replace(/\s+/g, " ").trim();
  if (/^\**Not defined\**$/i.test(text)) return [];
  return text.split(",").map((type) => (type.trim() === "*" ? "*/*" : type.trim()));
}

/** RFC 9110, 8.3.1, with the wildcards of `Accept`. Descriptions in Swagger 2.0 write `file` for a media type that is not known. */
function isMediaType(text: string): boolean {
  if (text === "file") return true;
  const token = "[\\w!#$%&'*+.^`|~{}-]+";
  return new RegExp(`^${token}/${token}(\\s*;.*)?$`).test(text);
}
