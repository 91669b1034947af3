export type { AcceptedDiagnostic } from "./accepted.js";
export type { SourceFile } from "./emit/source-file.js";
export { emitSources } from "./emit-sources.js";
export { type GeneratedPackage, type GenerateOptions, generate } from "./generate.js";
export { type Difference, firstDifference } from "./plan/difference.js";
export { documentFile, markMember } from "./plan/mark.js";
export type { Change } from "./plan/plan.js";
export { fillPattern, isPackageName, providerName, toPackageName } from "./provider.js";
