export type { PatternProgram, SchemaKeywords, SchemaNode, SchemaPattern, SchemaTypeName } from "./node.js";
export { schema } from "./schema.js";
export type { Schema, SchemaIssue, SchemaResult } from "./standard.js";
export { checkAnswers, checkCalls, type OperationSchemas } from "./validation.js";
