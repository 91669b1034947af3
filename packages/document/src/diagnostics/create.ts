import type { Diagnostic, Position } from "./diagnostic.js";
import { type DiagnosticCode, diagnosticKinds } from "./registry.js";

/** Where something was found. Without a position where the file could not be read at all. */
export interface Place {
  readonly file: string;
  readonly position: Position | undefined;
  /** JSON pointer in that file. */
  readonly pointer: string | undefined;
}

/** @param fix - what to do about it, in one sentence */
export function createDiagnostic(code: DiagnosticCode, place: Place, message: string, fix: string): Diagnostic {
  const [severity] = diagnosticKinds[code];
  return { code, severity, message, fix, file: place.file, position: place.position, pointer: place.pointer };
}
