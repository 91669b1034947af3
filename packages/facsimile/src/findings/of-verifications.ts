import type { ReportLine } from "@facsimile/evidence";
import { type PlacedFinding, placeIn } from "./placed-finding.js";

/** What keeps a spec from being proved. What is waived or assumed has its reason and is no finding. */
export function findingsOfLines(lines: readonly ReportLine[]): readonly PlacedFinding[] {
  return lines
    .filter(({ isFault }) => isFault)
    .map(({ kind, subject, documented, page, spec, says }) => ({
      code: kind.replaceAll(" ", "-"),
      level: "error",
      message: `${subject}: ${says}.${pageSentence(page, documented)}`,
      place: placeIn(spec),
    }));
}

function pageSentence(page: string, documented: string): string {
  if (page === "") return "";
  return documented === "" ? ` The page is ${page}.` : ` ${page} has ${documented}.`;
}
