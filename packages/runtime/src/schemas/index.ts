export type { PatternProgram, SchemaKeywords, SchemaNode, SchemaPattern, SchemaTypeName } from "./node.js";
export { standard } from "./schema.js";
export type { AnswerSchemas, Schema, SchemaIssue, SchemaResult } from "./standard.js";
export { checkAnswers, checkCalls, type DescribedOperations, type OperationSchemas } from "./validation.js";
