import type { ObjectRows } from "../cells.js";
import { all, type Claim, flag, none, note, nothing, type Row, type Rows } from "../claims.js";
import { headerRows } from "./headers-by-name.js";
import { members } from "./members.js";

const text = { type: "string" };
const part = { schema: text };
const written = "encoding-changed";
const csv = { contentType: "text/csv" };

function encodings(): Row["claims"] {
  const outside = none(["query parameter", "header of an answer"], "only the properties of forms have an encoding");
  const claim: Claim = { at: outside, else: written };
  return members(claim, claim);
}

const withoutParts = none(["query parameter", "header of an answer"], "only multipart bodies have parts");

/** Two parts have been given another media type, or lost it, where the list comes and goes, or where they change places. */
function byPosition(): Row["claims"] {
  const two = { at: withoutParts, else: `${written} ${written}` };
  return { ...all({ at: withoutParts, else: written }), added: two, removed: two, moved: two };
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

const unstyled = all(nothing("only the parts of multipart/form-data have styles (OpenAPI 3.2.0, Encoding Object)"));

/** What these rows are about is a text. */
const noParts = all(nothing("a text has no parts"));
const below: Rows = {
  encoding: { samples: { one: csv, two: csv, three: csv }, claims: noParts },
  prefixEncoding: { samples: [csv, { contentType: "text/html" }, { contentType: "text/plain" }], claims: noParts },
  itemEncoding: { samples: [csv], claims: noParts },
};

/** What a media type says of how its parts are written. */
export const encodingRows: Rows = {
  encoding: {
    beside: { schema: { type: "object", properties: { one: text, two: text, three: text } } },
    samples: { one: csv, two: csv, three: csv },
    claims: encodings(),
  },
  prefixEncoding: {
    beside: { schema: { type: "array" } },
    samples: [{ contentType: "text/csv" }, { contentType: "text/html" }, { contentType: "text/plain" }],
    claims: byPosition(),
  },
  itemEncoding: {
    beside: { schema: { type: "array" } },
    samples: [csv],
    claims: all({ at: withoutParts, else: written }),
  },
};

export const encodingTables: Readonly<
  Record<"encoding of a part" | "encoding of a part within a part" | "encoding of a form", ObjectRows>
> = {
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
      ...below,
      "x-note": note,
    },
  },
  "encoding of a part within a part": {
    base: {},
    rows: {
      contentType: contentTypes,
      headers: headerRows,
      style: { samples: ["pipeDelimited", "spaceDelimited"], claims: unstyled },
      explode: { samples: [], claims: unstyled },
      allowReserved: { samples: [], claims: unstyled },
      ...below,
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
      ...below,
      "x-note": note,
    },
  },
};
