import { type Header, headerKind, type NamedResponse } from "@facsimile/document";
import type { Code, ObjectType, Type } from "../print/index.js";
import { code, comment, identifier, importedType, keyword, named, objectType, paragraphs } from "../print/index.js";
import { declaration, type ModuleSource } from "./declaration.js";
import { headersModule } from "./module-paths.js";
import type { Scope } from "./scope.js";

/** headers.ts: a type for each set of response headers, however many responses have it. Undefined where the document states none. */
export function emitHeaders(scope: Scope): ModuleSource | undefined {
  const declarations = new Map<string, Code>();
  for (const { headersName, headers } of scope.api.operations.flatMap(({ responses }) => responses)) {
    if (headersName !== undefined && !declarations.has(headersName))
      declarations.set(headersName, emitDeclaration(scope, headersName, headers));
  }
  if (declarations.size === 0) return undefined;
  return { body: paragraphs(...declarations.values()), types: [...declarations.keys()], values: [], constants: [] };
}

/** The type of the headers of a response; undefined where the document states none. */
export function headersType({ headersName }: NamedResponse): Type | undefined {
  return headersName === undefined ? undefined : named(importedType(headersName, headersModule));
}

function emitDeclaration(scope: Scope, name: string, headers: readonly Header[]): Code {
  const properties = headers.map((header) => ({
    name: header.name,
    type: headerType(scope, header),
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

function headerType({ types }: Scope, header: Header): Type {
  const kind = headerKind(header);
  switch (kind) {
    case "json":
      return types.typeOf(header.schema, "response", "text");
    case "array":
      return { kind: "array", items: keyword("string"), readonly: true };
    case "object":
      return named(identifier("Readonly"), named(identifier("Record"), keyword("string"), keyword("string")));
    case "integer":
      return keyword("number");
    default:
      return isListed(header) ? types.typeOf(header.schema, "response", "text") : keyword(kind);
  }
}

/** Whether a header is one of texts that its own schema lists. */
function isListed({ schema: { json } }: Header): boolean {
  return (
    typeof json === "object" &&
    Array.isArray(json.enum) &&
    json.enum.every((value: unknown) => typeof value === "string")
  );
}
