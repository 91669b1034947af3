import type { Pagination } from "@facsimile/document";
import type { Code, Type } from "../print/index.js";
import { entry, keyword, literal, named, objectLiteral, printFragment, typeCode, union } from "../print/index.js";
import { successTypes } from "./result.js";
import { runtimeType } from "./runtime.js";
import type { OperationScope, Scope } from "./scope.js";

/** How the runtime asks for the pages of a list. */
export function paginationLiteral(pagination: Pagination): Code {
  const entries = Object.entries(pagination).filter(
    ([name, value]) => value !== undefined && !(name === "first" && value === 1),
  );
  return objectLiteral(entries.map(([name, value]) => entry(name, literal(value as string | number))));
}

/** `Pages<PaginatedUsers, User>`. A page is any success: the API may answer with each media type that the document states. */
export function pagesType(scope: OperationScope, pagination: Pagination): Code {
  const pages = distinct(successTypes(scope));
  const items = pages.map((page) => itemType(scope, page, pagination.items)).find((type) => type !== undefined);
  return typeCode(named(runtimeType("Pages"), pageType(pages), items ?? keyword("unknown")));
}

function distinct(types: readonly Type[]): readonly Type[] {
  return [...new Map(types.map((type) => [printFragment(typeCode(type)), type])).values()];
}

/** Anything, where one of them may be anything. */
function pageType(pages: readonly Type[]): Type {
  const open = pages.find((page) => page.kind === "keyword" && page.name === "unknown");
  return open ?? (pages.length === 0 ? keyword("unknown") : union(pages));
}

/** The type of the items at a dotted path of a page, by name where the types of the document tell it; undefined where they do not. */
function itemType(scope: Scope, page: Type, path: string | undefined): Type | undefined {
  const keys = path === undefined ? [] : path.split(".");
  const list = keys.reduce<Type | undefined>((type, key) => type && memberOf(scope, type, key), page);
  const found = list && withoutNull(expand(scope, list));
  return found?.kind === "array" ? found.items : undefined;
}

function memberOf(scope: Scope, type: Type, key: string): Type | undefined {
  const object = withoutNull(expand(scope, type));
  if (object.kind === "object") return object.properties.find((property) => property.name === key)?.type;
  if (object.kind !== "intersection") return undefined;
  return object.types.map((part) => memberOf(scope, part, key)).find((member) => member !== undefined);
}

/** What a name or a member stands for. */
function expand(scope: Scope, type: Type, depth = 0): Type {
  // References may go in circles; no document needs more steps than it has declarations.
  if (depth > scope.types.declarations.length + 10) return type;
  if (type.kind === "named" && type.name.kind === "import" && type.arguments.length === 0) {
    const { name } = type.name;
    const declared = scope.types.declarations.find((declaration) => declaration.name === name)?.type;
    if (declared !== undefined) return expand(scope, declared, depth + 1);
    return name === scope.api.names.operations ? scope.types.operations : type;
  }
  if (type.kind !== "member") return type;
  const object = expand(scope, type.object, depth + 1);
  const member =
    object.kind === "object" ? object.properties.find(({ name }) => name === String(type.key))?.type : undefined;
  return member === undefined ? type : expand(scope, member, depth + 1);
}

function withoutNull(type: Type): Type {
  if (type.kind !== "union") return type;
  const [only, ...more] = type.types.filter((member) => !(member.kind === "literal" && member.value === null));
  return only !== undefined && more.length === 0 ? only : type;
}
