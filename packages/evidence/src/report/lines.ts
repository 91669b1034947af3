import type { Finding, Unsourced, Verification } from "../verify/verify.js";
import type { Waiver } from "../verify/waivers.js";

/** One line about one fact or claim. */
export interface ReportLine {
  readonly kind: "contradicted" | "missing" | "waived" | "unsourced" | "assumed" | "needless waiver";
  /** The id of the fact, or what the spec claims. */
  readonly subject: string;
  /** What the page states; nothing where no page does. */
  readonly documented: string;
  /** Page and line. */
  readonly page: string;
  /** File, line and column of the spec or of its waivers. */
  readonly spec: string;
  /** What the spec says, or the reason. */
  readonly says: string;
}

/** Everything about a spec that is not simply confirmed, the most pressing first. */
export function linesOf(verification: Verification, waiverFile: string): readonly ReportLine[] {
  const order = ["contradicted", "missing", "needless waiver", "unsourced", "waived", "assumed"];
  const lines = [
    ...verification.findings.flatMap(findingLine),
    ...verification.unsourced.map(unsourcedLine),
    ...verification.needless.map((waiver) => needlessLine(waiver, waiverFile)),
  ];
  return lines.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function findingLine({ fact, verdict, location, says }: Finding): readonly ReportLine[] {
  if (verdict === "confirmed") return [];
  const spec = `${location.file}:${location.line}:${location.column}`;
  const said = verdict === "waived" ? says : `the spec ${says}`;
  return [
    {
      kind: verdict,
      subject: fact.id,
      documented: JSON.stringify(fact.value),
      page: `${fact.page}:${fact.line}`,
      spec,
      says: said,
    },
  ];
}

function unsourcedLine({ claim, location, assumed }: Unsourced): ReportLine {
  return {
    kind: assumed === undefined ? "unsourced" : "assumed",
    subject: claim.key,
    documented: "",
    page: "",
    spec: `${location.file}:${location.line}:${location.column}`,
    says: assumed ?? 'no page states this: take it out, or give the reason in "x-assumed"',
  };
}

function needlessLine(waiver: Waiver, file: string): ReportLine {
  return {
    kind: "needless waiver",
    subject: waiver.fact,
    documented: "",
    page: "",
    spec: `${file}:${waiver.line}:${waiver.column}`,
    says: "the fact is confirmed without this waiver, or no page states it: take the waiver out",
  };
}

/** `contradicted: operation/… (UserApi.md:146 has "void"); specs/…:113:13: the spec …` */
export function printLine(line: ReportLine): string {
  const documented = line.page === "" ? "" : ` (${line.page} has ${line.documented})`;
  return `${line.kind}: ${line.subject}${documented}\n    ${line.spec}: ${line.says}\n`;
}
