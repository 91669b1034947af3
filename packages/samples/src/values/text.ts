import type { SchemaView } from "@facsimile/document";
import { matchingTexts } from "./matching-text.js";

/** One valid text for each format that JSON Schema 2020-12 (7.3) or OpenAPI defines, and for those that validators know besides. */
const byFormat: Readonly<Record<string, string>> = {
  "date-time": "2026-01-02T03:04:05Z",
  date: "2026-01-02",
  time: "03:04:05Z",
  "iso-date-time": "2026-01-02T03:04:05Z",
  "iso-time": "03:04:05Z",
  duration: "P1D",
  email: "ann@example.com",
  "idn-email": "ann@example.com",
  hostname: "www.example.com",
  "idn-hostname": "www.example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/a",
  url: "https://www.example.com/a",
  "uri-reference": "/a",
  iri: "https://example.com/a",
  "iri-reference": "/a",
  "uri-template": "/a/{b}",
  "json-pointer": "/a",
  "json-pointer-uri-fragment": "#/a",
  "relative-json-pointer": "1/a",
  regex: "^a$",
  uuid: "00000000-0000-4000-8000-000000000000",
  byte: "YQ==",
};

/** Where a text of a format gets longer without becoming one of none: at its start, or at its end. */
const growsAtStart: ReadonlySet<string> = new Set(["email", "idn-email", "hostname", "idn-hostname"]);

type Demands = Pick<SchemaView, "format" | "minLength" | "maxLength" | "patterns">;

/** A text that matches the patterns of a schema, else one of its format and length. */
export function sampleText(demands: Demands): string {
  return sampleTexts(demands, 1)[0] ?? "";
}

/** As many texts that differ as there are, up to a number. */
export function sampleTexts(
  { format, minLength = 0, maxLength = Infinity, patterns }: Demands,
  count: number,
): readonly string[] {
  // A text with nothing in it shows nothing, and has no place in a path: it is the last that is taken.
  for (const least of patterns.length > 0 ? [Math.max(minLength, 1), minLength] : []) {
    const texts = firstOf(matchingTexts({ patterns, minLength: least, maxLength }), count);
    if (texts.length > 0) return texts;
  }
  const base = (format === undefined ? undefined : byFormat[format]) ?? "text";
  const grown = growsAtStart.has(format ?? "") ? base.padStart(minLength, "a") : base.padEnd(minLength, "x");
  const first = grown.slice(0, maxLength);
  return [first, ...Array.from({ length: count - 1 }, (_, index) => another(first, format, index + 1))];
}

/** Another text of the same format, as long where it can be. */
function another(text: string, format: string | undefined, index: number): string {
  const digits = String(index);
  switch (format) {
    case "date":
    case "date-time":
      return text.replace("-01-02", `-01-${String((index % 28) + 3).padStart(2, "0")}`);
    case "time":
      return text.replace("03:", `${String((index % 20) + 4).padStart(2, "0")}:`);
    case "uuid":
    case "ipv6":
      return `${text.slice(0, -digits.length)}${digits}`;
    case "ipv4":
      return `192.0.2.${index + 1}`;
    case "email":
    case "idn-email":
    case "hostname":
    case "idn-hostname":
      return `a${digits}${text}`;
    case "duration":
      return `P${index + 1}D`;
    default:
      return text.length > digits.length ? `${text.slice(0, -digits.length)}${digits}` : digits.slice(-text.length);
  }
}

function firstOf(texts: Iterable<string>, count: number): readonly string[] {
  const found: string[] = [];
  for (const text of texts) {
    if (found.push(text) >= count) break;
  }
  return found;
}
