import type { Code } from "../print/index.js";
import { assignedType, code, objectType, paragraphs } from "../print/index.js";
import { declaration, type ModuleSource } from "./declaration.js";
import type { Scope } from "./scope.js";
import type { Declaration } from "./types/index.js";

/** schemas/<module>.ts: the types of component schemas. */
export function emitSchemas(scope: Scope, declarations: readonly Declaration[]): ModuleSource {
  return {
    body: paragraphs(...declarations.map((one) => emitDeclaration(scope, one))),
    types: declarations.map(({ name }) => name),
    values: [],
    constants: [],
  };
}

function emitDeclaration(scope: Scope, one: Declaration): Code {
  const { name } = one;
  const [docs, type] = [one.buildComment(), one.buildType()];
  if (type.kind === "object") {
    return code`
      ${docs}
      ${declaration(scope, "interface", name)} ${objectType(type)}
    `;
  }
  return code`
    ${docs}
    ${declaration(scope, "type", name)} =${assignedType(type)};
  `;
}
