import { visible } from "@facsimile/document/diagnostics";
import type { Observed } from "../observed/observe-file.js";
import type { Spec } from "../spec/load-spec.js";
import type { UnreadText } from "../texts/unread-texts.js";
import type { Finding, Unsourced, Verification } from "../verify/verify.js";
import type { Waiver } from "../verify/waivers.js";

/** A spec with the file of its waivers, as a report names them. */
export interface Reported {
  readonly verification: Verification;
  readonly waiverFile: string;
  /** What recordings of calls were held against the spec besides. */
  readonly observed?: readonly Observed[];
}

/** One line about one fact or claim. */
export interface ReportLine {
  readonly kind:
    | "contradicted"
    | "missing"
    | "spelled alike"
    | "waived"
    | "unsourced"
    | "assumed"
    | "needless waiver"
    | "text not read";
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
  /** Whether it keeps the spec from being proved. What is waived or assumed with a reason does not. */
  readonly isFault: boolean;
}

/** The columns of a table of lines. */
export const lineHead: readonly string[] = ["verdict", "fact or claim", "page", "documented", "spec", "says"];

/** A line as a row of that table. */
export function cellsOf({ kind, subject, page, documented, spec, says }: ReportLine): readonly string[] {
  return [kind, subject, page, documented, spec, says];
}

/** Everything about a spec that is not simply confirmed, the most pressing first. */
export function linesOf(verification: Verification, waiverFile: string): readonly ReportLine[] {
  const { spec } = verification;
  const order = [
    "contradicted",
    "missing",
    "text not read",
    "needless waiver",
    "unsourced",
    "spelled alike",
    "waived",
    "assumed",
  ];
  const lines = [
    ...verification.findings.flatMap((finding) => findingLine(finding, spec)),
    ...verification.unsourced.map((unsourced) => unsourcedLine(unsourced, spec)),
    ...verification.needless.map((waiver) => needlessLine(waiver, waiverFile)),
    ...verification.texts.map((text) => textLine(text, spec)),
  ];
  return lines.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function findingLine({ fact, verdict, pointer, says, explained }: Finding, at: Spec): readonly ReportLine[] {
  if (verdict === "confirmed") return [];
  const said = verdict === "waived" ? says : `the spec ${says}`;
  return [
    {
      kind: verdict,
      subject: fact.id,
      documented: JSON.stringify(fact.value),
      page: `${fact.page}:${fact.line}`,
      spec: place(at, pointer),
      says: said,
      isFault: !explained,
    },
  ];
}

function unsourcedLine({ claim, assumed }: Unsourced, at: Spec): ReportLine {
  return {
    kind: assumed === undefined ? "unsourced" : "assumed",
    subject: claim.key,
    documented: "",
    page: "",
    spec: place(at, claim.pointer),
    isFault: assumed === undefined,
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
    isFault: true,
    says: "the fact is confirmed without this waiver, or no page states it: take the waiver out",
  };
}

function textLine({ subject, page = "", pointer = "", says }: UnreadText, at: Spec): ReportLine {
  return { kind: "text not read", subject, documented: "", page, spec: place(at, pointer), says, isFault: true };
}

function place(spec: Spec, pointer: string): string {
  const { file, line, column } = spec.locate(pointer);
  return `${file}:${line}:${column}`;
}

/** `contradicted: operation/… (UserApi.md:146 has "void")`, and on a line of its own `specs/…:113:13: the spec …`. */
export function printLine(line: ReportLine): string {
  const has = line.documented === "" ? "" : ` has ${line.documented}`;
  const documented = line.page === "" ? "" : ` (${line.page}${has})`;
  const lines = [`${line.kind}: ${line.subject}${documented}`, `    ${line.spec}: ${line.says}`];
  return lines.map((one) => `${visible(one)}\n`).join("");
}
