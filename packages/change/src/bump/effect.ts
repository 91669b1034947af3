import type { Change } from "../change/change.js";
import type { RuleId } from "../change/rules.js";
import type { TypeFindingKind } from "../types/finding.js";

/** What becomes of the users of a package, by the worst that was found: the rows and columns of the table in docs/versions.md. */
export type VersionEffect =
  | "nothing"
  /** All that was written for the old edition is right, and nothing is new: documentation, a limit that is loosened. */
  | "other"
  /** Something is new that can be used. */
  | "addition"
  /** Nothing is taken back, but people may trip over it; and what cannot be decided. */
  | "warning"
  | "break";

/** Of a change on the wire, what counts. */
export type WireFinding = Pick<Change, "class" | "rule">;

/** Of what the compiler found between two editions of a package, what counts. */
export interface FoundInTypes {
  /** Stable id. */
  readonly kind: string;
  readonly class: "breaking" | "warning" | "safe";
  /** One sentence without a full stop. */
  readonly message: string;
}

const order: readonly VersionEffect[] = ["nothing", "other", "addition", "warning", "break"];

export function worst(effects: Iterable<VersionEffect>): VersionEffect {
  return [...effects].reduce<VersionEffect>(
    (one, other) => (order.indexOf(other) > order.indexOf(one) ? other : one),
    "nothing",
  );
}

/** Of what a document has more of now. */
const additions: ReadonlySet<string> = new Set<RuleId | TypeFindingKind>([
  "operation-added",
  "webhook-added",
  "callback-added",
  "parameter-added",
  "request-body-added",
  "media-type-added",
  "response-added",
  "response-body-added",
  "header-added",
  "property-added",
  "property-added-to-closed",
  "enum-value-added",
  "branch-added",
  "security-alternative-added",
  "server-added",
  "server-variable-value-added",
  // Safe in what the API sends.
  "required-parameter-added",
  "required-request-body-added",
  "required-header-added",
  "required-property-added",
  // Of the types.
  "function-added",
  "export-added",
]);

export function effectOfChange({ class: verdict, rule }: WireFinding): VersionEffect {
  switch (verdict) {
    case "breaking":
      return "break";
    case "warning":
    case "unknown":
      return "warning";
    case "safe":
      return additions.has(rule) ? "addition" : "other";
  }
}

export function effectOfFinding({ class: verdict, kind }: Pick<FoundInTypes, "class" | "kind">): VersionEffect {
  return effectOfChange({ class: verdict, rule: kind });
}
