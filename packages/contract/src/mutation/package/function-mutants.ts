import type { Operation } from "@facsimile/document";
import ts from "typescript";
import type { PackageMutant } from "../mutant.js";
import { parseModule, type TextFile } from "./text-file.js";

/** Faults in how functions and methods are declared, and in what the entry `./functions` hands on. */
export function functionMutants(operation: Operation, files: readonly TextFile[]): readonly PackageMutant[] {
  return files.flatMap((file) => {
    const source = parseModule(file);
    const found: PackageMutant[] = [];
    const make = (operator: string, subject: string, target: ts.Node, replacement: string): PackageMutant => ({
      family: "package",
      name: `${subject} ${operator} in ${file.name}`,
      operator,
      operation,
      pointer: "",
      file: file.name,
      edit: { start: target.getStart(source), end: target.getEnd(), replacement },
    });
    const visit = (node: ts.Node, trail: string): void => {
      const named = nameOf(source, node);
      const subject = named === undefined ? trail : `${trail}${trail === "" ? "" : "."}${named}`;
      if (isHandedOn(node)) found.push(make("export removed", node.getText(source), node, ""));
      if (ts.isFunctionDeclaration(node)) found.push(make("function removed", subject, node, ""));
      if (isCallable(node) && file.name.endsWith(".d.ts")) {
        for (const { name, type } of node.parameters)
          if (type !== undefined)
            found.push(make("parameter widened", `${subject} ${name.getText(source)}`, type, "any"));
        if (node.type !== undefined) found.push(make("answer widened", subject, node.type, "any"));
      }
      ts.forEachChild(node, (child) => visit(child, subject));
    };
    visit(source, "");
    return found;
  });
}

type Callable = ts.FunctionDeclaration | ts.MethodSignature | ts.CallSignatureDeclaration;

function isCallable(node: ts.Node): node is Callable {
  return ts.isFunctionDeclaration(node) || ts.isMethodSignature(node) || ts.isCallSignatureDeclaration(node);
}

/** `export * from "./generated/operations.js"`. Types go by their names in the code of those who import them: no call can tell. */
function isHandedOn(node: ts.Node): boolean {
  return (
    ts.isExportDeclaration(node) &&
    !node.isTypeOnly &&
    node.moduleSpecifier !== undefined &&
    ts.isStringLiteral(node.moduleSpecifier) &&
    node.moduleSpecifier.text.startsWith("./generated/")
  );
}

function nameOf(source: ts.SourceFile, node: ts.Node): string | undefined {
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertySignature(node) ||
    ts.isInterfaceDeclaration(node);
  return isNamed ? node.name?.getText(source) : undefined;
}
