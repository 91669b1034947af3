import type { Api, JsonObject, Operation } from "@facsimile/document";
import ts from "typescript";
import type { PackageMutant } from "../mutant.js";
import { usersOf } from "../users.js";
import { parseModule, type TextFile } from "./text-file.js";

/**
 * Faults in the declarations of what operations take and answer: requiredness flipped, a property gone, an enumerated value gone, a member
 * of a union gone, a type widened.
 */
export function typeMutants(document: JsonObject, api: Api, files: readonly TextFile[]): readonly PackageMutant[] {
  const [operation] = api.operations;
  const unused = unusedComponents(document, api);
  if (operation === undefined) return [];
  return files.flatMap((file) => {
    const source = parseModule(file);
    return source.statements
      .filter(isDeclaration)
      .filter(({ name }) => !unused.has(name.text))
      .flatMap((declaration) => inDeclaration({ file, source, operation }, declaration));
  });
}

/** The components that no operation uses, by their names in TypeScript: nothing can notice what becomes of them. */
function unusedComponents(document: JsonObject, api: Api): ReadonlySet<string> {
  const unused = api.schemaNames.filter((name) => {
    const { inRequests, inResponses } = usersOf(document, api, name);
    return inRequests.length + inResponses.length === 0;
  });
  return new Set(unused);
}

interface Place {
  readonly file: TextFile;
  readonly source: ts.SourceFile;
  /** Declarations belong to no operation alone; reports name the first. */
  readonly operation: Operation;
}

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

function isDeclaration(statement: ts.Statement): statement is Declaration {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

function inDeclaration(place: Place, declaration: Declaration): PackageMutant[] {
  const found: PackageMutant[] = [];
  const visit = (node: ts.Node, trail: string): void => {
    const name =
      ts.isPropertySignature(node) || ts.isMethodSignature(node)
        ? `${trail}.${node.name.getText(place.source)}`
        : trail;
    found.push(...mutantsAt(place, node, name));
    ts.forEachChild(node, (child) => visit(child, name));
  };
  visit(declaration, declaration.name.text);
  return found;
}

function mutantsAt({ file, source, operation }: Place, node: ts.Node, trail: string): PackageMutant[] {
  const make = (operator: string, target: { start: number; end: number }, replacement: string): PackageMutant => ({
    family: "package",
    name: `${trail} ${operator} in ${file.name}`,
    operator,
    operation,
    pointer: "",
    file: file.name,
    edit: { ...target, replacement },
  });
  const span = (target: ts.Node): { start: number; end: number } => ({
    start: target.getStart(source),
    end: target.getEnd(),
  });
  if (ts.isMethodSignature(node)) return [make("method removed", span(node), "")];
  if (ts.isUnionTypeNode(node))
    return node.types.map((member) => make("member of a union removed", span(member), "never"));
  if (!ts.isPropertySignature(node) || node.type === undefined || isFixed(node.type)) return [];
  if (isSpare(node, trail)) return [];
  const mark =
    node.questionToken === undefined
      ? { start: node.name.getEnd(), end: node.name.getEnd() }
      : span(node.questionToken);
  return [
    make("requiredness flipped", mark, node.questionToken === undefined ? "?" : ""),
    make("property removed", span(node), ""),
    make("type widened", span(node.type), "any"),
    make("type changed", span(node.type), node.type.kind === ts.SyntaxKind.StringKeyword ? "number" : "string"),
  ];
}

/**
 * Credentials and servers are unions of alternatives. What one of them may have beside its own is required by another, and whatever has it
 * fits that one: no call can tell whether it is mentioned here too.
 */
function isSpare(node: ts.PropertySignature, trail: string): boolean {
  const around = ts.isTypeLiteralNode(node.parent) ? node.parent.parent : undefined;
  const isBesideOthers = around !== undefined && (ts.isUnionTypeNode(around) || ts.isIntersectionTypeNode(around));
  return node.questionToken !== undefined && isBesideOthers && /^\w*(?:Credentials|Options)\./.test(trail);
}

/** `?: never` and `?: undefined` say that something is not there. */
function isFixed(type: ts.TypeNode): boolean {
  return type.kind === ts.SyntaxKind.NeverKeyword || type.kind === ts.SyntaxKind.UndefinedKeyword;
}
