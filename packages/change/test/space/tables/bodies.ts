import type { JsonObject } from "@facsimile/document";
import type { ObjectRows } from "../cells.js";
import { all, type Claim, flag, listOfWords, none, note, nothing, type Row, reference, words } from "../claims.js";
import { unordered } from "./reasons.js";

const text = { type: "string" };
const part = { schema: text };
const written = "encoding-changed";

/** Headers by their names: what `added` tells of each. */
export function headers(added: string, removed: Claim, both: Claim, twice: Claim, more: JsonObject = {}): Row {
  const header = { ...part, ...more };
  return {
    name: more.required === true ? "required ones" : "optional ones",
    samples: { "X-One": header, "X-Two": header, "X-Three": header },
    claims: {
      added: `${added} ${added}`,
      removed: twice,
      "item added": added,
      "item removed": removed,
      "item changed": both,
      moved: unordered,
    },
  };
}

/** Who is to send a required header has to know it; who receives one relies on it. */
export const headerRows: readonly Row[] = [
  headers("header-added", "header-removed", "header-added header-removed", "header-removed header-removed"),
  {
    ...headers("header-added", "", "", "", { required: true }),
    claims: {
      added: { request: "required-header-added required-header-added", response: "header-added header-added" },
      removed: {
        request: "header-removed header-removed",
        response: "header-removed=breaking header-removed=breaking",
      },
      "item added": { request: "required-header-added", response: "header-added" },
      "item removed": { request: "header-removed", response: "header-removed=breaking" },
      "item changed": {
        request: "required-header-added header-removed",
        response: "header-added header-removed=breaking",
      },
      moved: unordered,
    },
  },
];

function encodings(): Row["claims"] {
  const outside = none(["query parameter", "header of an answer"], "only the properties of forms have an encoding");
  const claim = (told: string): Claim => ({ at: outside, else: told });
  return {
    added: claim(`${written} ${written}`),
    removed: claim(`${written} ${written}`),
    "item added": claim(written),
    "item removed": claim(written),
    "item changed": claim(`${written} ${written}`),
    moved: unordered,
  };
}

function byPosition(): Row["claims"] {
  const outside = none(["query parameter", "header of an answer"], "only multipart bodies have parts");
  return all({ at: outside, else: written });
}

const contentTypes: readonly Row[] = [
  {
    name: "more of them",
    samples: ["text/csv", "text/csv, text/html"],
    claims: { added: written, removed: written, changed: "encoding-widened" },
  },
  {
    name: "fewer of them",
    samples: ["text/csv, text/html", "text/html"],
    claims: { added: written, removed: written, changed: "encoding-narrowed" },
  },
];

/** Of a list. */
const exploded: Row = {
  samples: [],
  claims: {
    added: nothing("true is what holds without it"),
    removed: nothing("true is what holds without it"),
    raised: written,
    lowered: written,
    "false added": written,
    "false removed": written,
  },
};

const ignored = all(nothing("OpenAPI 3.0 has styles for forms of type application/x-www-form-urlencoded alone"));

export const bodyTables: Readonly<
  Record<"request body" | "media type" | "encoding of a part" | "encoding of a form", ObjectRows>
> = {
  "request body": {
    base: { content: { "application/json": part } },
    section: "requestBodies",
    rows: {
      $ref: reference,
      description: words("A thing.", "A part."),
      content: {
        samples: { "application/json": part, "text/plain": part, "text/csv": part },
        claims: {
          "item added": { request: "media-type-added", response: "media-type-added=breaking" },
          "item removed": { request: "media-type-removed", response: "media-type-removed=safe" },
          "item changed": {
            request: "media-type-added media-type-removed",
            response: "media-type-added=breaking media-type-removed=safe",
          },
          moved: unordered,
        },
      },
      required: flag({}, "request-body-became-required", "request-body-became-optional"),
      "x-note": note,
    },
  },
  "media type": {
    base: { schema: { type: "object" } },
    rows: {
      schema: {
        samples: [{ type: "object" }, { type: "array", items: {} }],
        claims: { added: "type-narrowed", removed: "type-widened", changed: "type-changed" },
      },
      example: words({ one: 1 }, { two: 2 }),
      examples: listOfWords({ one: { value: "one" }, two: { value: "two" }, three: { value: "three" } }, unordered),
      encoding: {
        beside: { schema: { type: "object", properties: { one: text, two: text, three: text } } },
        samples: {
          one: { contentType: "text/csv" },
          two: { contentType: "text/csv" },
          three: { contentType: "text/csv" },
        },
        claims: encodings(),
      },
      prefixEncoding: {
        beside: { schema: { type: "array" } },
        samples: [{ contentType: "text/csv" }, { contentType: "text/html" }, { contentType: "text/plain" }],
        claims: byPosition(),
      },
      itemEncoding: {
        beside: { schema: { type: "array" } },
        samples: [{ contentType: "text/csv" }],
        claims: byPosition(),
      },
      "x-note": note,
    },
  },
  "encoding of a part": {
    base: {},
    rows: {
      contentType: contentTypes,
      headers: headerRows,
      style: { samples: ["pipeDelimited", "spaceDelimited"], claims: all(written) },
      explode: exploded,
      allowReserved: {
        samples: [],
        claims: all(nothing("in parts nothing is percent-encoded (OpenAPI 3.1.1, 4.8.15)")),
      },
      "style@3.0": { samples: ["form", "pipeDelimited"], claims: ignored },
      "explode@3.0": { samples: [], claims: ignored },
      "allowReserved@3.0": { samples: [], claims: ignored },
      "x-note": note,
    },
  },
  "encoding of a form": {
    base: {},
    rows: {
      contentType: contentTypes,
      headers: {
        samples: { "X-One": part, "X-Two": part, "X-Three": part },
        claims: all(nothing("only the parts of multipart bodies have headers (OpenAPI 3.1.1, 4.8.15)")),
      },
      style: { samples: ["pipeDelimited", "spaceDelimited"], claims: all(written) },
      explode: exploded,
      allowReserved: flag({}, "encoding-widened", "encoding-narrowed"),
      "x-note": note,
    },
  },
};
