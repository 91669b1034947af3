import type { ObjectRows } from "../cells.js";
import { flag, listOfWords, note, reference, words } from "../claims.js";
import { encodingRows } from "./encodings.js";
import { further } from "./members.js";
import { unordered } from "./reasons.js";

const part = { schema: { type: "string" } };

export const bodyTables: Readonly<Record<"request body" | "media type", ObjectRows>> = {
  "request body": {
    base: { content: { "application/json": part } },
    section: "requestBodies",
    rows: {
      $ref: reference,
      description: words("A thing.", "A part."),
      content: {
        samples: { "application/json": part, "text/plain": part, "text/csv": part },
        claims: further(
          { request: "media-type-added", response: "media-type-added=breaking" },
          { request: "media-type-removed", response: "media-type-removed=safe" },
        ),
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
      ...encodingRows,
      "x-note": note,
    },
  },
};
