import type { PackageNames } from "@facsimile/document";
import type {
  IndexedAccessTypeNode,
  Node,
  PropertyName,
  PropertySignature,
  SyntaxKind,
  TypeElement,
  TypeNode,
  TypeReferenceNode,
} from "typescript";
import { ts } from "../../compiler.js";
import type { Code, LiteralValue, ObjectType, PropertyType, Type } from "../../print/index.js";
import { identifier, importedType, keyword, named, union } from "../../print/index.js";
import { intersect } from "./intersect.js";

/** The documentation of a property, by its node. */
export type CommentOf = (property: Node) => Code | undefined;

/** What conversion needs to know beside the tree. */
export interface Conversion {
  readonly commentOf: CommentOf;
  /** What the package calls openapi-typescript's interfaces. */
  readonly names: Pick<PackageNames, "components" | "operations" | "paths">;
}

/** The module that declares the types of the document. */
export const schemaModule = "./schema.js";

/** The type that a node of openapi-typescript's syntax tree stands for. */
function convertType(node: Node, conversion: Conversion): Type {
  const convert = (next: Node): Type => convertType(next, conversion);
  if (ts.isParenthesizedTypeNode(node)) return convert(node.type);
  if (ts.isTypeLiteralNode(node)) return convertMembers(node.members, conversion);
  if (ts.isArrayTypeNode(node)) return { kind: "array", items: convert(node.elementType), readonly: false };
  if (ts.isTupleTypeNode(node)) return { kind: "tuple", items: node.elements.map(convert) };
  if (ts.isUnionTypeNode(node)) return simplifiedUnion(node.types.map(convert));
  if (ts.isIntersectionTypeNode(node)) return intersect(node.types.map(convert));
  if (ts.isIndexedAccessTypeNode(node)) return convertMember(node, conversion);
  if (ts.isTypeReferenceNode(node)) return convertReference(node, conversion);
  if (ts.isLiteralTypeNode(node)) return { kind: "literal", value: literalValue(node.literal) };
  // Text literals are made as identifiers whose name is the literal.
  if (ts.isIdentifier(node)) return { kind: "literal", value: JSON.parse(node.text) as string };
  return keyword(keywordName(node.kind));
}

/** The members of an interface or a type literal. */
export function convertMembers(members: readonly TypeElement[], conversion: Conversion): ObjectType {
  const properties: PropertyType[] = [];
  let index: Type | undefined;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) index = convertType(member.type, conversion);
    if (ts.isPropertySignature(member) && member.type !== undefined)
      properties.push(convertProperty(member, member.type, conversion));
  }
  return { kind: "object", properties, index };
}

function convertProperty(member: PropertySignature, type: TypeNode, conversion: Conversion): PropertyType {
  return {
    name: nameOf(member.name),
    type: convertType(type, conversion),
    optional: member.questionToken !== undefined,
    readonly: member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false,
    comment: conversion.commentOf(member),
  };
}

function nameOf(name: PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  throw new TypeError(`openapi-typescript made a property name of kind ${ts.SyntaxKind[name.kind]}.`);
}

/** `components["schemas"]["User"]` is the declaration `User`. */
function convertMember(node: IndexedAccessTypeNode, conversion: Conversion): Type {
  const key = ts.isLiteralTypeNode(node.indexType) ? literalValue(node.indexType.literal) : null;
  if (typeof key !== "string" && typeof key !== "number")
    throw new TypeError("openapi-typescript made an index that is no literal.");
  const object = convertType(node.objectType, conversion);
  if (object.kind === "member" && object.key === "schemas") return named(importedType(String(key), schemaModule));
  return { kind: "member", object, key };
}

const local = ["components", "operations", "paths"] as const;
const standard: ReadonlySet<string> = new Set(["Blob", "Omit", "Record"]);

function convertReference(node: TypeReferenceNode, conversion: Conversion): Type {
  if (!ts.isIdentifier(node.typeName)) throw new TypeError("openapi-typescript made a qualified name.");
  const { text } = node.typeName;
  if (text.startsWith('"')) return convertType(node.typeName, conversion);
  const own = local.find((name) => name === text);
  if (own === undefined && !standard.has(text)) throw new TypeError(`openapi-typescript made a reference to ${text}.`);
  const name = own === undefined ? identifier(text) : importedType(conversion.names[own], schemaModule);
  return named(name, ...(node.typeArguments ?? []).map((argument) => convertType(argument, conversion)));
}

function literalValue(node: Node): LiteralValue {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return -Number(literalValue(node.operand));
  if (ts.isIdentifier(node)) return JSON.parse(node.text) as string;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  throw new TypeError(`openapi-typescript made a literal of kind ${ts.SyntaxKind[node.kind]}.`);
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
      throw new TypeError(`openapi-typescript made a node of kind ${ts.SyntaxKind[kind]}.`);
  }
}

/** A union in a union is one, and a union with `unknown` is `unknown`. */
function simplifiedUnion(types: readonly Type[]): Type {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.types : type));
  return flat.find((type) => type.kind === "keyword" && type.name === "unknown") ?? union(flat);
}
