import type { Operation } from "@facsimile/document";
import ts from "typescript";
import type { PackageMutant } from "../mutant.js";
import { parseModule, type TextFile } from "./text-file.js";

/** Another server in the place of each that a package knows: `server: { url: "https://…" }`. */
export function serverUrlMutants(operation: Operation, files: readonly TextFile[]): readonly PackageMutant[] {
  return files.flatMap((file) => {
    const source = parseModule(file);
    const found: PackageMutant[] = [];
    const visit = (node: ts.Node): void => {
      const url = urlIn(source, node);
      if (url !== undefined)
        found.push({
          family: "package",
          name: `server changed, ${url.text} in ${file.name}`,
          operator: "server changed",
          operation,
          pointer: "",
          file: file.name,
          edit: {
            start: url.getStart(source),
            end: url.getEnd(),
            replacement: JSON.stringify("https://elsewhere.invalid"),
          },
        });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function urlIn(source: ts.SourceFile, node: ts.Node): ts.StringLiteral | undefined {
  if (!ts.isPropertyAssignment(node) || node.name.getText(source) !== "url") return undefined;
  return ts.isStringLiteral(node.initializer) && URL.canParse(node.initializer.text) ? node.initializer : undefined;
}
