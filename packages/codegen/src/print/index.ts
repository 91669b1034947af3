// `text` is left out: outside this folder a string becomes source through `literal`, `comment` and `identifier` alone.
export {
  assignment,
  brokenGroup,
  choice,
  empty,
  group,
  hardline,
  importedName,
  importedType,
  indent,
  join,
  line,
  lines,
  paragraphs,
  sequence,
  softline,
} from "./code.js";
export { columns } from "./columns.js";
export type { CommentBlock, CommentTag } from "./comment.js";
export { comment, lineComment } from "./comment.js";
export { decodeEntities } from "./entities.js";
export { identifier, isIdentifier, memberName } from "./identifier.js";
export type { LiteralValue } from "./literal.js";
export {
  arrayLiteral,
  entry,
  literal,
  methodName,
  objectLiteral,
  openArrayLiteral,
  openObjectLiteral,
  propertyName,
} from "./literal.js";
export type { Module } from "./module.js";
export { printFragment, printModule } from "./module.js";
export { compareModules, compareNames } from "./order.js";
export type { Code, ImportedName } from "./piece.js";
export { code } from "./template.js";
export type { ArrayType, LiteralType, ObjectType, PropertyType, TupleType, Type } from "./type.js";
export { keyword, named, union } from "./type.js";
export { assignedType, objectType, typeCode } from "./type-code.js";
