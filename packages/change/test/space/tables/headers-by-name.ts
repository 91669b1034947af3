import type { JsonObject } from "@facsimile/document";
import type { Claim, Row } from "../claims.js";
import { unordered } from "./reasons.js";

/** Headers by their names: what `added` tells of each. */
export function headers(added: string, removed: Claim, both: Claim, twice: Claim, more: JsonObject = {}): Row {
  const header = { schema: { type: "string" }, ...more };
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
