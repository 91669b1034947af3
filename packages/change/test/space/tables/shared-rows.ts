import type { JsonObject } from "@facsimile/document";
import { type Claim, none, type Plain, type Row } from "../claims.js";
import { members } from "./members.js";
import { serversOfReceivers, unordered } from "./reasons.js";

export const text = { type: "string" } as const;
export const operation: JsonObject = { responses: { "204": { description: "done" } } };
export const item: JsonObject = { get: operation };
export const three = (value: JsonObject): JsonObject => ({ one: value, two: value, three: value });

const incoming = ["webhook", "callback"];

/** What counts for callers, and is nothing where the API itself calls. */
function sentByCallers(claim: Plain, reason: string): Claim {
  return { at: none(incoming, reason), else: claim };
}

function turned(claim: Plain, whereTheApiSends: Plain): Claim {
  return { at: { webhook: whereTheApiSends, callback: whereTheApiSends }, else: claim };
}

/** What the API shows receivers of itself: who is ready for the old ways has to understand the new ones. */
const shown: Readonly<Record<string, Plain>> = {
  added: "security-alternative-added=safe security-scheme-changed=safe",
  removed: "security-alternative-removed=safe security-scheme-changed=breaking",
  "item added": "security-alternative-added=breaking",
  "item removed": "security-alternative-removed=safe",
  "item changed": "security-scheme-changed=breaking",
};

export function servers(beside: JsonObject = {}): Row {
  const claim = (told: Plain): Claim => sentByCallers(told, serversOfReceivers);
  return {
    beside,
    samples: [{ url: "https://one.example" }, { url: "https://two.example" }, { url: "https://three.example" }],
    claims: {
      ...members(claim("server-added"), claim("server-removed")),
      added: claim("server-added server-added server-removed"),
      removed: claim("server-added server-removed server-removed"),
    },
  };
}

export function security(
  name: string,
  samples: readonly JsonObject[],
  claims: Record<string, string>,
  beside: JsonObject = {},
): Row {
  const placed = Object.entries(claims).map(([edit, claim]) => [edit, turned(claim, shown[edit] ?? claim)]);
  return { name, beside, samples, claims: { ...Object.fromEntries(placed), moved: unordered } };
}

export const alternatives = {
  added: "credential-required",
  removed: "credential-not-required",
  "item added": "security-alternative-added",
  "item removed": "security-alternative-removed",
  "item changed": "security-alternative-added security-alternative-removed",
};
