import type { Api, JsonObject, Operation } from "@facsimile/document";
import ts from "typescript";
import type { PackageMutant } from "../mutant.js";
import { usersOf } from "../users.js";
import { parseModule, type TextFile } from "./text-file.js";

/** `paths` and what it leads to are the types of the upstream client that a package hands out as `raw`: no operation uses them. */
const onlyForRaw = new Set(["paths", "components"]);

/**
 * Faults in the declarations of what operations take and answer: requiredness flipped, a property gone, an enumerated value gone, a member
 * of a union gone, a type widened.
 */
export function typeMutants(document: JsonObject, api: Api, files: readonly TextFile[]): readonly PackageMutant[] {
  const [operation] = api.operations;
  const unused = unusedComponents(document, api);
  const variants = requestVariants(api);
  if (operation === undefined) return [];
  return files.flatMap((file) => {
    const source = parseModule(file);
    return source.statements
      .filter(isDeclaration)
      .filter(({ name }) => !onlyForRaw.has(name.text) && !unused.has(name.text))
      .flatMap((declaration) => inDeclaration({ file, source, operation, variants }, declaration));
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

/** Types of requests that packages have beside a component, where what an answer holds must not be demanded of a caller. */
function requestVariants({ schemaNames }: Api): ReadonlySet<string> {
  const names = new Set(schemaNames);
  return new Set(schemaNames.map((name) => `${name}Request`).filter((name) => !names.has(name)));
}

interface Place {
  readonly file: TextFile;
  readonly source: ts.SourceFile;
  readonly variants: ReadonlySet<string>;
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
    if (declaration.name.text === "operations" && !isParameterTrail(name)) return;
    const isFrame = declaration.name.text === "operations" && name.split(".").length < 4;
    if (!isFrame) found.push(...mutantsAt(place, node, name));
    ts.forEachChild(node, (child) => visit(child, name));
  };
  visit(declaration, declaration.name.text);
  return found;
}

/** Of `operations`, packages use the parameters of each place; bodies and answers have names of their own. */
function isParameterTrail(trail: string): boolean {
  const [, , member] = trail.split(".");
  return member === undefined || member === "parameters";
}

function mutantsAt({ file, source, operation, variants }: Place, node: ts.Node, trail: string): PackageMutant[] {
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
  if (isSpare(node, trail) || isUnsent(node, trail, variants)) return [];
  // Whether a whole group may be left out is said by the input, which uses this one.
  const isOptionalGroup = node.questionToken !== undefined && /^operations\.[^.]+\.parameters\.\w+$/.test(trail);
  const mark =
    node.questionToken === undefined
      ? { start: node.name.getEnd(), end: node.name.getEnd() }
      : span(node.questionToken);
  return [
    ...(isOptionalGroup ? [] : [make("requiredness flipped", mark, node.questionToken === undefined ? "?" : "")]),
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
  const isInUnion = ts.isTypeLiteralNode(node.parent) && ts.isUnionTypeNode(node.parent.parent);
  return node.questionToken !== undefined && isInUnion && /^\w*(?:Credentials|Options)\./.test(trail);
}

/**
 * A readOnly property is not to be sent (OpenAPI 3.0.4, 4.7.24.2), and its variant for requests mentions it only so that an answer may be changed
 * and sent back: a call that is right does not depend on it.
 */
function isUnsent(node: ts.PropertySignature, trail: string, variants: ReadonlySet<string>): boolean {
  const isReadOnly = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
  return isReadOnly && variants.has(trail.split(".")[0] ?? "");
}

/** `?: never` and `?: undefined` say that something is not there. */
function isFixed(type: ts.TypeNode): boolean {
  return type.kind === ts.SyntaxKind.NeverKeyword || type.kind === ts.SyntaxKind.UndefinedKeyword;
}
