import type { Code } from "../print/index.js";
import { assignedType, code, comment, identifier, objectType, paragraphs } from "../print/index.js";
import type { Scope } from "./scope.js";
import type { Declaration } from "./types/index.js";

/** The body of schema.ts, and the names that it declares. */
export function emitSchema({ types, api }: Scope): { readonly body: Code; readonly declares: readonly string[] } {
  const { declarations, paths, operations, needsWithRequired } = types;
  return {
    body: paragraphs(
      ...declarations.map(emitDeclaration),
      needsWithRequired ? withRequired : undefined,
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
    declares: [...declarations.map(({ name }) => name), "paths", "operations", "components", "WithRequired"],
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

const withRequired = code`
  /** A type of which some optional properties are required. */
  export type WithRequired<T, K extends PropertyKey> = T & { [P in keyof T & K]-?: T[P] };
`;

/** The component schemas by their names in the document. */
function emitComponents(declarations: readonly Declaration[]): Code {
  const properties = declarations.flatMap(({ component, name }) => {
    if (component === undefined) return [];
    const type = { kind: "named", name: identifier(name), arguments: [] } as const;
    return [{ name: component, type, optional: false, readonly: false, comment: undefined }];
  });
  const schemas = { kind: "object", properties, index: undefined } as const;
  const member = { name: "schemas", type: schemas, optional: false, readonly: false, comment: undefined };
  return code`
    ${comment("The component schemas, by their names in the document.")}
    export interface components ${objectType({ kind: "object", properties: [member], index: undefined })}
  `;
}
