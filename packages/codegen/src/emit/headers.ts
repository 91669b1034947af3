import { type Header, type HeaderKind, headerKind, type NamedResponse } from "@facsimile/document";
import type { Code, ObjectType, Type } from "../print/index.js";
import { code, comment, identifier, importedType, keyword, named, objectType } from "../print/index.js";
import { declaration, operationsModule } from "./declaration.js";
import type { Scope } from "./scope.js";

/** The declarations of the types of response headers, by their names: one for each set of headers, however many responses have it. */
export function emitHeaders(scope: Scope): ReadonlyMap<string, Code> {
  const declarations = new Map<string, Code>();
  for (const { headersName, headers } of scope.api.operations.flatMap(({ responses }) => responses)) {
    if (headersName !== undefined && !declarations.has(headersName))
      declarations.set(headersName, emitDeclaration(scope, headersName, headers));
  }
  return declarations;
}

/** The type of the headers of a response; undefined where the document states none. */
export function headersType({ headersName }: NamedResponse): Type | undefined {
  return headersName === undefined ? undefined : named(importedType(headersName, operationsModule));
}

function emitDeclaration(scope: Scope, name: string, headers: readonly Header[]): Code {
  const properties = headers.map((header) => ({
    name: header.name,
    type: headerType(headerKind(header.schema.json)),
    optional: true,
    readonly: true,
    comment: comment(header.description),
  }));
  const type: ObjectType = { kind: "object", properties, index: undefined };
  return code`
    ${comment("Headers of an answer, as far as it has them.")}
    ${declaration(scope, "interface", name)} ${objectType(type)}
  `;
}

function headerType(kind: HeaderKind): Type {
  switch (kind) {
    case "array":
      return { kind: "array", items: keyword("string"), readonly: true };
    case "object":
      return named(identifier("Readonly"), named(identifier("Record"), keyword("string"), keyword("string")));
    case "integer":
      return keyword("number");
    default:
      return keyword(kind);
  }
}
