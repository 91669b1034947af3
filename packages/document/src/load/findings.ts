import { DiagnosticCollection } from "../diagnostics/collection.js";
import { createDiagnostic } from "../diagnostics/create.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../diagnostics/registry.js";
import type { Severity } from "../diagnostics/severity.js";
import type { Problem } from "./problem.js";
import type { Source } from "./source.js";

/** Takes what a check of a document found at a node. */
export type Report = (code: DiagnosticCode, source: Source, pointer: string, message: string, fix: string) => void;

/** Collects what loading finds. */
export class Findings extends DiagnosticCollection {
  readonly report: Report = (code, source, pointer, message, fix) => {
    const { file, line, column, pointer: place } = source.locate(pointer);
    this.add(createDiagnostic(code, { file, position: { line, column }, pointer: place }, message, fix));
  };

  /** Something that is wrong with a text, of which no document is made therefore. */
  addProblem(
    file: string,
    positionAt: (offset: number) => Diagnostic["position"],
    problem: Problem,
    severity: Severity,
  ): void {
    const place = { file, position: positionAt(problem.offset), pointer: problem.pointer };
    const diagnostic = createDiagnostic(problem.code, place, problem.message, problem.fix);
    this.add(diagnostic.severity === "error" ? { ...diagnostic, severity } : diagnostic);
  }
}
