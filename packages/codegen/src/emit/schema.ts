import type { Code, Type } from "../print/index.js";
import { assignedType, code, comment, importedType, named, objectType, paragraphs } from "../print/index.js";
import { declaration, type ModuleSource } from "./declaration.js";
import type { Scope } from "./scope.js";
import { type Declaration, schemaModule } from "./types/index.js";

/** schema.ts. */
export function emitSchema(scope: Scope): ModuleSource {
  const { declarations, paths, operations } = scope.types;
  const { names, title } = scope.api;
  return {
    body: paragraphs(
      ...declarations.map((one) => emitDeclaration(scope, one)),
      emitComponents(scope),
      code`
        ${comment(`The paths of ${title}, as openapi-fetch reads them.`)}
        ${declaration(scope, "interface", names.paths)} ${objectType(paths)}
      `,
      code`
        ${comment("The operations, by the name of their function.")}
        ${declaration(scope, "interface", names.operations)} ${objectType(operations)}
      `,
    ),
    types: [...declarations.map(({ name }) => name), names.paths, names.operations, names.components],
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

/** The component schemas by their names in the document; nothing where there are none. */
function emitComponents(scope: Scope): Code | undefined {
  const properties = scope.types.declarations.flatMap(({ component, name }) => {
    if (component === undefined) return [];
    const type: Type = named(importedType(name, schemaModule));
    return [{ name: component, type, optional: false, readonly: false, comment: undefined }];
  });
  if (properties.length === 0) return undefined;
  const schemas = { kind: "object", properties, index: undefined } as const;
  const member = { name: "schemas", type: schemas, optional: false, readonly: false, comment: undefined };
  return code`
    ${comment("The component schemas, by their names in the document.")}
    ${declaration(scope, "interface", scope.api.names.components)} ${objectType({ kind: "object", properties: [member], index: undefined })}
  `;
}
