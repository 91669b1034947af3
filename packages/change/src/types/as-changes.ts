import type { Location } from "@facsimile/document";
import type { Change } from "../change/change.js";
import type { TypeFinding, TypePlace } from "./finding.js";

/** What the compiler found, beside what travels: in the same report, as an area of its own. */
export function asChanges(findings: readonly TypeFinding[]): readonly Change[] {
  return findings.map(({ kind, class: verdict, operations, old, new: next, message }) => ({
    rule: kind,
    class: verdict,
    direction: "none",
    area: "types",
    operations,
    old: old && locationOf(old),
    new: next && locationOf(next),
    message: `${message}.`,
  }));
}

/** What stands in a generated file has no pointer. */
function locationOf({ pointer = "", ...place }: TypePlace): Location {
  return { ...place, pointer };
}
