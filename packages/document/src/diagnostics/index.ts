export { DiagnosticCollection } from "./collection.js";
export { countBySeverity, formatCounts } from "./count.js";
export { createDiagnostic, type Place } from "./create.js";
export type { Diagnostic, Position } from "./diagnostic.js";
export { type FormatOptions, formatDiagnostics } from "./format.js";
export { type DiagnosticJson, diagnosticsToJson } from "./json.js";
export { isDiagnosticCode, readDiagnosticPage } from "./page.js";
export { type DiagnosticCode, diagnosticKinds } from "./registry.js";
export type { Severity } from "./severity.js";
