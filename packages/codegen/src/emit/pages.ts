import { isObject, type Json, type JsonObject, type Pagination, type SchemaNode } from "@facsimile/document";
import type { Code, Type } from "../print/index.js";
import { entry, identifier, importedType, keyword, literal, named, objectLiteral, typeCode } from "../print/index.js";
import { type SuccessContent, successContents } from "./result.js";
import { runtimeType } from "./runtime.js";
import type { OperationScope } from "./scope.js";
import { hasObject, unionOf } from "./types/combine.js";

/** How the runtime asks for the pages of a list. */
export function paginationLiteral(pagination: Pagination): Code {
  const entries = Object.entries(pagination).filter(
    ([name, value]) => value !== undefined && !(name === "first" && value === 1),
  );
  return objectLiteral(entries.map(([name, value]) => entry(name, literal(value as string | number))));
}

/** `Pages<PaginatedUsers, User>`. A page is any success: the API may answer with each media type that the document states. */
export function pagesType(scope: OperationScope, pagination: Pagination): Code {
  const contents = successContents(scope);
  const page = contents.length === 0 ? keyword("unknown") : unionOf(contents.map(({ type }) => type));
  const item = itemType(scope, contents, pagination.items) ?? keyword("unknown");
  return typeCode(named(runtimeType("Pages"), hasObject(page) ? dataType(scope) : page, item));
}

/** A page that takes several lines is named by way of the result. */
function dataType({ operation, module }: OperationScope): Type {
  return named(runtimeType("DataOf"), named(importedType(operation.resultName, module)));
}

/** The type of the items at a dotted path of a page; undefined where no page has such a list. */
function itemType(
  scope: OperationScope,
  contents: readonly SuccessContent[],
  path: string | undefined,
): Type | undefined {
  const { types } = scope;
  for (const { mediaType } of contents) {
    if (mediaType?.schema === undefined) continue;
    const { json, pointer } = mediaType.schema;
    // The schemas of a document that was loaded are JSON.
    const list = memberAt(scope, { value: json as Json, pointer }, path === undefined ? [] : path.split("."));
    const items = list && itemsOf(scope, list);
    if (items === undefined) continue;
    const type = types.typeOf(
      { json: items.value as JsonObject, pointer: items.pointer, component: undefined },
      "response",
      "text",
    );
    return hasObject(type) ? { kind: "element", list: listType(scope, path) } : type;
  }
  return undefined;
}

/** `NonNullable<DataOf<ListUsersResult>["rows"]>`. */
function listType(scope: OperationScope, path: string | undefined): Type {
  const keys = path === undefined ? [] : path.split(".");
  return keys.reduce<Type>(
    (object, key) => named(identifier("NonNullable"), { kind: "member", object, key }),
    dataType(scope),
  );
}

function memberAt({ types }: OperationScope, start: SchemaNode, keys: readonly string[]): SchemaNode | undefined {
  return keys.reduce<SchemaNode | undefined>((node, key) => {
    if (node === undefined) return undefined;
    const view = types.schemas.view([node]);
    return [...view.alternatives, [node]]
      .flat()
      .map((one) => types.schemas.view([one]).properties.get(key)?.[0])
      .find((found) => found !== undefined);
  }, start);
}

function itemsOf({ types }: OperationScope, list: SchemaNode): SchemaNode | undefined {
  const view = types.schemas.view([list]);
  return [list, ...view.alternatives.flat()].map((one) => types.schemas.view([one]).items[0]).find(isSchema);
}

function isSchema(node: SchemaNode | undefined): node is SchemaNode {
  return node !== undefined && (isObject(node.value) || typeof node.value === "boolean");
}
