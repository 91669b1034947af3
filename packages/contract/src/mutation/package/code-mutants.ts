import type { Api, Operation } from "@facsimile/document";
import ts from "typescript";
import type { PackageMutant } from "../mutant.js";
import { parseModule, type TextFile } from "./text-file.js";

/**
 * What no request of these tests shows: the name of an operation in messages, the scopes that a token should have, and what is done after an answer
 * that they never get: their calls repeat nothing and are strict, and a mock server redirects nobody. The tests of the runtime hold those.
 */
const unseen = new Set(["id", "scopes", "repeat", "redirect", "followHidden", "nearestSuccess"]);

/** Faults in what a package says about its operations: the object literals that describe them, and the methods of `methods.js`. */
export function codeMutants(api: Api, files: readonly TextFile[]): readonly PackageMutant[] {
  return files.flatMap((file) => {
    const source = parseModule(file);
    const found: PackageMutant[] = [];
    const visit = (node: ts.Node, operation: Operation | undefined, trail: string): void => {
      const inside = operation ?? operationOf(api, source, node);
      if (inside !== undefined) found.push(...mutantsAt(file, source, node, inside, trail));
      ts.forEachChild(node, (child) =>
        visit(
          child,
          inside,
          ts.isPropertyAssignment(node) && child === node.initializer ? `${trail} ${nameOf(source, node)}` : trail,
        ),
      );
    };
    visit(source, undefined, "");
    return found;
  });
}

/** `const listUsersOperation = { … }`, and in the client `listUsers: …`. */
function operationOf(api: Api, source: ts.SourceFile, node: ts.Node): Operation | undefined {
  if (ts.isVariableDeclaration(node) && ts.isObjectLiteralExpression(node.initializer ?? node)) {
    return api.operations.find(({ name }) => `${name}Operation` === node.name.getText(source));
  }
  if (ts.isFunctionDeclaration(node)) {
    const declared = node.name?.text;
    return api.operations.find(({ name, pagesName }) => {
      return declared === name || declared === `${name}_` || (declared !== undefined && declared === pagesName);
    });
  }
  const isMethod = ts.isPropertyAssignment(node) && ts.isReturnStatement(node.parent.parent);
  return isMethod ? api.operations.find(({ name }) => name === node.name.getText(source)) : undefined;
}

function mutantsAt(
  file: TextFile,
  source: ts.SourceFile,
  node: ts.Node,
  operation: Operation,
  trail: string,
): PackageMutant[] {
  const what = trail.trim();
  const make = (operator: string, subject: string, target: ts.Node, replacement: string): PackageMutant => ({
    family: "package",
    name: `${operation.id}: ${operator}, ${subject.trim()} in ${file.name}`,
    operator,
    operation,
    pointer: operation.pointer,
    file: file.name,
    edit: { start: target.getStart(source), end: target.getEnd(), replacement },
  });
  if (ts.isIdentifier(node) && ts.isCallExpression(node.parent) && ["input", "options"].includes(node.text))
    return [
      make("argument dropped", `${what} ${node.text}`, node, "undefined"),
      ...(node.text === "options" ? [make("signal dropped", what, node, "{ ...options, signal: undefined }")] : []),
    ];
  if (ts.isStringLiteral(node) && !ts.isPropertyAssignment(node.parent))
    return [make("text changed", `${what} ${node.text}`, node, JSON.stringify(`${node.text}X`))];
  if (!ts.isPropertyAssignment(node))
    return ts.isArrayLiteralExpression(node) && node.elements.length > 1
      ? node.elements
          .map((element) => make("element removed", `${what} ${element.getText(source)}`, element, ""))
          .filter(({ edit }) => removeComma(file, edit))
      : [];
  const name = nameOf(source, node);
  if (unseen.has(name) || trail.split(" ").includes("scopes")) return [];
  const removed = make("property removed", `${what} ${name}`, node, "...{}");
  if (!ts.isStringLiteral(node.initializer)) return [removed];
  const other = name === "in" ? (node.initializer.text === "query" ? "header" : "query") : `${node.initializer.text}X`;
  return [removed, make("text changed", `${what} ${name}`, node.initializer, JSON.stringify(other))];
}

/** An element goes with one of its commas; an empty place between two commas would be another fault. */
function removeComma({ text }: TextFile, edit: { start: number; end: number }): boolean {
  const after = /^\s*,/.exec(text.slice(edit.end));
  const before = /,\s*$/.exec(text.slice(0, edit.start));
  if (after !== null) Object.assign(edit, { end: edit.end + after[0].length });
  else if (before !== null) Object.assign(edit, { start: edit.start - before[0].length });
  return after !== null || before !== null;
}

function nameOf(source: ts.SourceFile, node: ts.PropertyAssignment): string {
  return node.name.getText(source);
}
