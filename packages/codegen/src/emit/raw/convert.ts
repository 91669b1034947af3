import type { Node, PropertyName, PropertySignature, SyntaxKind, TupleTypeNode, TypeElement } from "typescript";
import { ts } from "../../compiler.js";
import type { Code, LiteralValue, ObjectType, PropertyType, Type } from "../../print/index.js";
import { comment, identifier, keyword, named, union } from "../../print/index.js";

/** The type that a node of openapi-typescript's syntax tree stands for. */
export function convertType(node: Node): Type {
  if (ts.isParenthesizedTypeNode(node)) return convertType(node.type);
  if (ts.isTypeLiteralNode(node)) return convertMembers(node.members);
  if (ts.isArrayTypeNode(node)) return { kind: "array", items: convertType(node.elementType), readonly: false };
  if (ts.isTupleTypeNode(node)) return convertTuple(node);
  if (ts.isUnionTypeNode(node)) return union(node.types.map(convertType));
  if (ts.isIntersectionTypeNode(node)) return { kind: "intersection", types: node.types.map(convertType) };
  if (ts.isIndexedAccessTypeNode(node)) {
    const index = ts.isLiteralTypeNode(node.indexType) ? literalValue(node.indexType.literal) : null;
    if (typeof index === "string" || typeof index === "number")
      return { kind: "member", object: convertType(node.objectType), key: index };
  }
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
    const { text } = node.typeName;
    // Text literals are made as identifiers whose name is the literal.
    if (text.startsWith('"')) return convertType(node.typeName);
    return named(identifier(text), ...(node.typeArguments ?? []).map(convertType));
  }
  if (ts.isLiteralTypeNode(node)) return { kind: "literal", value: literalValue(node.literal) };
  if (ts.isIdentifier(node)) return { kind: "literal", value: JSON.parse(node.text) as string };
  return keyword(keywordName(node.kind));
}

function convertTuple({ elements }: TupleTypeNode): Type {
  const last = elements.at(-1);
  const rest = last !== undefined && ts.isRestTypeNode(last) ? convertType(last.type) : undefined;
  const items = (rest === undefined ? [...elements] : elements.slice(0, -1)).map(convertType);
  return { kind: "tuple", items, minimum: items.length, rest: rest?.kind === "array" ? rest.items : undefined };
}

/** The members of an interface or a type literal. */
export function convertMembers(members: readonly TypeElement[]): ObjectType {
  const properties: PropertyType[] = [];
  let index: Type | undefined;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) index = convertType(member.type);
    if (ts.isPropertySignature(member)) properties.push(convertProperty(member));
  }
  return { kind: "object", properties, index };
}

function convertProperty(member: PropertySignature): PropertyType {
  return {
    name: nameOf(member.name),
    type: member.type === undefined ? keyword("unknown") : convertType(member.type),
    optional: member.questionToken !== undefined,
    readonly: member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false,
    comment: commentOf(member),
  };
}

/** What it has written about a member: rows of words, and of tags of which the description is one. */
function commentOf(node: Node): Code | undefined {
  const [first] = ts.getSyntheticLeadingComments(node) ?? [];
  if (first === undefined) return undefined;
  const rows = first.text.split("\n").map((row) => row.replace(/^\s*\*? {0,5}/, "").trimEnd());
  const words = rows.map((row) => row.replace(/^@description /, "\n")).filter((row) => !/^@\w+/.test(row));
  return comment(words.join("\n").trim(), rows.includes("@deprecated") ? { tag: "deprecated" } : undefined);
}

function nameOf(name: PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  throw new TypeError(`openapi-typescript made a property name of kind ${ts.SyntaxKind[name.kind]}`);
}

function literalValue(node: Node): LiteralValue {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return -Number(literalValue(node.operand));
  if (ts.isIdentifier(node)) return JSON.parse(node.text) as string;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  throw new TypeError(`openapi-typescript made a literal of kind ${ts.SyntaxKind[node.kind]}`);
}

function keywordName(kind: SyntaxKind): "string" | "number" | "boolean" | "unknown" | "never" | "undefined" {
  switch (kind) {
    case ts.SyntaxKind.StringKeyword:
      return "string";
    case ts.SyntaxKind.NumberKeyword:
      return "number";
    case ts.SyntaxKind.BooleanKeyword:
      return "boolean";
    case ts.SyntaxKind.UnknownKeyword:
      return "unknown";
    case ts.SyntaxKind.NeverKeyword:
      return "never";
    case ts.SyntaxKind.UndefinedKeyword:
      return "undefined";
    default:
      throw new TypeError(`openapi-typescript made a node of kind ${ts.SyntaxKind[kind]}`);
  }
}
