import type { Diagnostic, DiagnosticCode } from "@facsimile/document/diagnostics";
import { createDiagnostic } from "@facsimile/document/diagnostics";

/** Omissions or warnings of a document that somebody has looked at. */
export interface AcceptedDiagnostic {
  readonly code: DiagnosticCode;
  /** JSON pointer of what they are about, and of everything below it. Default: wherever they are. */
  readonly pointer?: string;
}

/** The diagnostics that are told all the same: errors, those that nobody accepted, and what was accepted and is not there. */
export function withoutAccepted(
  diagnostics: readonly Diagnostic[],
  accepted: readonly AcceptedDiagnostic[],
  file: string,
): readonly Diagnostic[] {
  const met = new Set<AcceptedDiagnostic>();
  const told = diagnostics.filter((diagnostic) => {
    const one = diagnostic.severity === "error" ? undefined : accepted.find((each) => covers(each, diagnostic));
    if (one !== undefined) met.add(one);
    return one === undefined;
  });
  const needless = accepted.filter((one) => !met.has(one)).map((one) => needlessDiagnostic(one, file));
  return [...told, ...needless];
}

function covers({ code, pointer = "" }: AcceptedDiagnostic, diagnostic: Diagnostic): boolean {
  const { pointer: place = "" } = diagnostic;
  return diagnostic.code === code && (place === pointer || place.startsWith(`${pointer}/`));
}

function needlessDiagnostic({ code, pointer }: AcceptedDiagnostic, file: string): Diagnostic {
  const where = pointer === undefined ? "" : ` at ${pointer}`;
  const message = `${code}${where} is accepted, and the document has none.`;
  const place = { file, position: undefined, pointer: undefined };
  return createDiagnostic("accepted-needless", place, message, "Take it out of what is accepted.");
}
