import type { ReportLine } from "@facsimile/evidence";
import { type PlacedFinding, placeIn } from "./placed-finding.js";

/** What keeps a spec from being proved. What is waived or assumed has its reason and is no finding. */
export function findingsOfLines(lines: readonly ReportLine[]): readonly PlacedFinding[] {
  return lines
    .filter(({ kind }) => kind !== "waived" && kind !== "assumed")
    .map(({ kind, subject, documented, page, spec, says }) => ({
      code: kind.replaceAll(" ", "-"),
      level: "error",
      message: `${subject}: ${says}.${page === "" ? "" : ` ${page} has ${documented}.`}`,
      place: placeIn(spec),
    }));
}
