import type ts from "typescript";
import { compareEditions } from "./compare-editions.js";
import type { TypeFinding, TypePlace } from "./finding.js";
import { loadCompiler } from "./program/compiler.js";
import type { PackageSources } from "./program/package-sources.js";
import { splitPath } from "./program/sides.js";
import { createTypeProgram } from "./program/type-program.js";

/**
 * What users of one edition of a generated package see of another one when they compile: of its document, of the generator that made it, or of the
 * runtime that it is compiled with. Places are in the files of the package; what the runtime declares has none.
 *
 * @throws Error where a runtime's folder has no declarations
 */
export async function compareSources(old: PackageSources, next: PackageSources): Promise<readonly TypeFinding[]> {
  const found = compareEditions(createTypeProgram(loadCompiler(), old, next));
  return found.map((one) => ({ ...one, old: one.old && placeOf(one.old.node), new: one.new && placeOf(one.new.node) }));
}

function placeOf(node: ts.Node | undefined): TypePlace | undefined {
  const file = node?.getSourceFile();
  const place = file && splitPath(file.fileName);
  if (node === undefined || file === undefined || place === undefined) return undefined;
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart());
  return { file: place.path, line: line + 1, column: character + 1 };
}
