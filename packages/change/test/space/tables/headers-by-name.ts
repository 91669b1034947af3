import type { JsonObject } from "@facsimile/document";
import type { Claim, Row } from "../claims.js";
import { members } from "./members.js";

const header: JsonObject = { schema: { type: "string" } };

function headers(name: string, one: JsonObject, added: Claim, removed: Claim): Row {
  return { name, samples: { "X-One": one, "X-Two": one, "X-Three": one }, claims: members(added, removed) };
}

/** Who is to send a required header has to know it; who receives one relies on it. */
export const headerRows: readonly Row[] = [
  headers("optional ones", header, "header-added", "header-removed"),
  headers(
    "required ones",
    { ...header, required: true },
    { request: "required-header-added", response: "header-added" },
    { request: "header-removed", response: "header-removed=breaking" },
  ),
];
