export type { Command, CommandIo, ExitCode, TextSink } from "./command/command.js";
export type { Diagnostic, Position } from "./diagnostics/diagnostic.js";
export { type FormatOptions, formatDiagnostics } from "./diagnostics/format.js";
export { type DiagnosticJson, diagnosticsToJson } from "./diagnostics/json.js";
export type { Document, Json, JsonObject, LoadResult, Location } from "./load/document.js";
export { type LoadOptions, loadDocument } from "./load/load.js";
export type * from "./model/api.js";
export { type BuildResult, buildModel } from "./model/build.js";
export { operationName } from "./model/operation-name.js";
