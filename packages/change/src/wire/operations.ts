import type { Edition, ObjectNode } from "./edition.js";

/** An operation with what its path item and its document say for it. */
export interface WireOperation {
  readonly method: string;
  /** As the document writes it. */
  readonly path: string;
  readonly node: ObjectNode;
  /** Its parameters, and those of the path item that it does not override. */
  readonly parameters: readonly ObjectNode[];
  /** The servers that it is sent to. None: those of the document that refers to it. */
  readonly servers: readonly ObjectNode[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

/** The operations of path items, by their paths. */
export function operationsOf(edition: Edition, items: ReadonlyMap<string, ObjectNode>): readonly WireOperation[] {
  return [...items].flatMap(([path, item]) =>
    [...operationNodes(edition, item)].flatMap(([method, node]): WireOperation[] => {
      const parameters = [
        ...edition.items(edition.member(item, "parameters")),
        ...edition.items(edition.member(node, "parameters")),
      ];
      const servers = [node, item, edition.root()]
        .map((owner) => edition.items(edition.member(owner, "servers")))
        .find(({ length }) => length > 0);
      return [{ method, path, node, parameters: lastOfEach(parameters), servers: servers ?? [] }];
    }),
  );
}

/** The operations of a path item by their methods, those of `additionalOperations` among them (OpenAPI 3.2). */
function operationNodes(edition: Edition, item: ObjectNode): ReadonlyMap<string, ObjectNode> {
  const additional = edition.object(item, "additionalOperations");
  const others = Object.keys(additional?.value ?? {}).map(
    (key) => [key, additional && edition.object(additional, key)] as const,
  );
  const all = [...methods.map((method) => [method, edition.object(item, method)] as const), ...others];
  return new Map(all.flatMap(([method, node]) => (node === undefined ? [] : [[method.toLowerCase(), node] as const])));
}

/** A parameter of the operation overrides one of the path item with the same place and name (OpenAPI 3.1.1, 4.8.9.1). */
function lastOfEach(parameters: readonly ObjectNode[]): readonly ObjectNode[] {
  const last = new Map<string, ObjectNode>();
  for (const parameter of parameters) last.set(parameterKey(parameter), parameter);
  return [...last.values()];
}

/** Names of headers are compared without case (RFC 9110, 5.1). */
export function parameterKey({ value }: ObjectNode): string {
  const name = String(value.name);
  return `${value.in} ${value.in === "header" ? name.toLowerCase() : name}`;
}

/** What an operation is called in a report: `GET /users/{id}`. */
export function nameOfOperation({ method, path }: WireOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** The names in the braces of a path, in its order. */
export function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** The path below which all servers of a document are: `/v1`. */
export function basePath(edition: Edition): string {
  const urls = edition.items(edition.member(edition.root(), "servers")).map(({ value }) => String(value.url ?? ""));
  const [first = "", ...others] = urls.map(pathOfUrl);
  return others.every((path) => path === first) ? first : "";
}

function pathOfUrl(url: string): string {
  const withoutHost = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/^\/\/[^/?#]*/, "");
  return withoutHost.replace(/[?#].*/s, "").replace(/(?<!\/)\/+$/, "");
}

export function isDeprecated({ node }: WireOperation): boolean {
  return node.value.deprecated === true;
}
