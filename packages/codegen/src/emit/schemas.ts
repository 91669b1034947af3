import type { Code } from "../print/index.js";
import { assignedType, code, objectType, paragraphs } from "../print/index.js";
import { declaration, type ModuleSource } from "./declaration.js";
import type { Scope } from "./scope.js";
import type { Declaration } from "./types/index.js";

/** schemas/<module>.ts, by module: the types of the component schemas. */
export function emitSchemas(scope: Scope): ReadonlyMap<string, ModuleSource> {
  const modules = new Map<string, Declaration[]>();
  for (const one of scope.types.declarations) {
    const declarations = modules.get(one.module);
    if (declarations === undefined) modules.set(one.module, [one]);
    else declarations.push(one);
  }
  return new Map([...modules].map(([module, declarations]) => [module, emitModule(scope, declarations)]));
}

function emitModule(scope: Scope, declarations: readonly Declaration[]): ModuleSource {
  return {
    body: paragraphs(...declarations.map((one) => emitDeclaration(scope, one))),
    types: declarations.map(({ name }) => name),
    values: [],
    constants: [],
  };
}

function emitDeclaration(scope: Scope, { name, comment: docs, type }: Declaration): Code {
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
