import type { Code } from "../print/index.js";
import { assignedType, code, comment, identifier, objectType, paragraphs } from "../print/index.js";
import type { Scope } from "./scope.js";
import type { Declaration } from "./types/index.js";

/** The body of schema.ts, and the names that it declares. */
export function emitSchema({ types, api }: Scope): { readonly body: Code; readonly declares: readonly string[] } {
  const { declarations, paths, operations } = types;
  return {
    body: paragraphs(
      ...declarations.map(emitDeclaration),
      emitComponents(declarations),
      code`
        ${comment(`The paths of ${api.title}, as openapi-fetch reads them.`)}
        export interface paths ${objectType(paths)}
      `,
      code`
        ${comment("The operations, by the name of their function.")}
        export interface operations ${objectType(operations)}
      `,
    ),
    declares: [...declarations.map(({ name }) => name), "paths", "operations", "components"],
  };
}

function emitDeclaration({ name, comment: docs, type }: Declaration): Code {
  if (type.kind === "object") {
    return code`
      ${docs}
      export interface ${identifier(name)} ${objectType(type)}
    `;
  }
  return code`
    ${docs}
    export type ${identifier(name)} =${assignedType(type)};
  `;
}

/** The component schemas by their names in the document; nothing where there are none. */
function emitComponents(declarations: readonly Declaration[]): Code | undefined {
  const properties = declarations.flatMap(({ component, name }) => {
    if (component === undefined) return [];
    const type = { kind: "named", name: identifier(name), arguments: [] } as const;
    return [{ name: component, type, optional: false, readonly: false, comment: undefined }];
  });
  if (properties.length === 0) return undefined;
  const schemas = { kind: "object", properties, index: undefined } as const;
  const member = { name: "schemas", type: schemas, optional: false, readonly: false, comment: undefined };
  return code`
    ${comment("The component schemas, by their names in the document.")}
    export interface components ${objectType({ kind: "object", properties: [member], index: undefined })}
  `;
}
