import type { SchemaView } from "@facsimile/document";

/** One valid text for each format that JSON Schema 2020-12 (7.3) or OpenAPI defines. */
const byFormat: Readonly<Record<string, string>> = {
  "date-time": "2026-01-02T03:04:05Z",
  date: "2026-01-02",
  time: "03:04:05Z",
  duration: "P1D",
  email: "ann@example.com",
  "idn-email": "ann@example.com",
  hostname: "www.example.com",
  "idn-hostname": "www.example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/a",
  "uri-reference": "/a",
  iri: "https://example.com/a",
  "iri-reference": "/a",
  "uri-template": "/a/{b}",
  "json-pointer": "/a",
  "relative-json-pointer": "1/a",
  regex: "^a$",
  uuid: "00000000-0000-4000-8000-000000000000",
  byte: "YQ==",
};

/** A text of that format and length. */
export function sampleText({ format, minLength = 0, maxLength }: SchemaView): string {
  const base = (format === undefined ? undefined : byFormat[format]) ?? "text";
  return base.padEnd(minLength, "x").slice(0, maxLength);
}
