import { type Api, type Operation, operationServers, type Server } from "@facsimile/document";
import { type Match, matchOperation } from "./match-operation.js";

/** The paths that come before the path templates of a document where one server stands for all of its servers. */
export interface ServedPaths {
  /** Of every operation, without a slash at its end: `/rest/v2`, or `""`. */
  readonly base: string;
  /** Of operations that have a server of their own, besides. */
  readonly own: ReadonlyMap<Operation, OwnPath>;
}

/** Where an operation is that has a server of its own. */
export interface OwnPath {
  /** The URL of the server, as the document writes it. */
  readonly url: string;
  readonly path: string;
}

/**
 * Variables take their defaults. A relative server counts from the root, and one of an operation from the base URL.
 *
 * @param given The path of the server that stands for them. Default: that of the document's.
 */
export function servedPaths(api: Pick<Api, "servers" | "operations">, given?: string): ServedPaths {
  const servers = operationServers(api);
  const base = given ?? (servers.base === undefined ? "" : pathOf(servers.base, "/"));
  const own = [...servers.own].map(([operation, server]): [Operation, OwnPath] => [
    operation,
    { url: server.url, path: pathOf(server, `${base}/`) },
  ]);
  return { base, own: new Map(own) };
}

function pathOf(server: Server, base: string): string {
  const url = server.variables.reduce(
    (template, variable) => template.replaceAll(`{${variable.name}}`, () => variable.default),
    server.url,
  );
  const from = new URL(base, "http://relative.invalid/");
  return (URL.canParse(url, from.href) ? new URL(url, from) : from).pathname.replace(/(?<!\/)\/+$/, "");
}

/** The path of an operation where each has its own; that of all others else. */
export function pathBefore({ base, own }: ServedPaths, operation: Operation): string {
  return own.get(operation)?.path ?? base;
}

/** What a client is made with, so that each operation is called at its own path of the server that stands for all of them. */
export interface ClientPlaces {
  readonly baseUrl: string;
  readonly baseUrls?: Readonly<Record<string, string>>;
}

/** @param url With the path of the base. */
export function clientPlaces(url: string, { own }: ServedPaths, operation: Operation): ClientPlaces {
  const place = own.get(operation);
  return place === undefined
    ? { baseUrl: url }
    : { baseUrl: url, baseUrls: { [place.url]: `${new URL(url).origin}${place.path}` } };
}

/** A request for an operation, and what its path is without the one of the server. */
export interface ServedRequest {
  readonly match: Match;
  /** Undefined where no server of the document has the path. */
  readonly rest: string | undefined;
}

/**
 * Finds the operation of a request at any of the paths: at its own one before the base of all of them, for it is the longer one or says more.
 *
 * @param path As it was sent: encoded, without query.
 */
export function matchServed(
  api: Pick<Api, "operations">,
  paths: ServedPaths,
  method: string,
  path: string,
): ServedRequest {
  const others = [...new Set([...paths.own.values()].map((own) => own.path))]
    .filter((one) => one !== paths.base)
    .sort((left, right) => right.length - left.length);
  for (const base of others) {
    const operations = api.operations.filter((operation) => paths.own.get(operation)?.path === base);
    const match = matchOperation({ operations }, base, method, path);
    if (match.kind === "operation") return { match, rest: path.slice(base.length) };
  }
  const rest = withoutBase(path, paths.base);
  const match =
    rest === undefined ? ({ kind: "unknown path" } as const) : matchOperation(api, paths.base, method, path);
  return { match, rest };
}

function withoutBase(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const rest = path.slice(base.length);
  return rest === "" || rest.startsWith("/") ? rest : undefined;
}
