import { pathShape } from "@facsimile/document";
import type { IHttpRequest } from "@stoplight/prism-http";
import type { Address } from "../server/answering.js";
import { forRequest, typeIn } from "./exact-type.js";
import type { PrismModules } from "./modules.js";
import type { ReadOperations } from "./operations.js";
import type { PartPlace } from "./part-of.js";
import type { PrismOperation } from "./prism-operation.js";

/** Of what a request is held against. */
interface Holding {
  readonly prism: PrismModules;
  readonly operations: ReadOperations;
  readonly address: Address | undefined;
  /** Runs something within the time of the answer. */
  limited<Result>(run: () => Result): Result;
}

/** An operation, and where it stands in the document. */
interface Found {
  readonly place: PartPlace;
  readonly operation: PrismOperation;
}

/**
 * The operation of a request, of several of one server whose paths are the same but for names, a query or a fragment. `/journals/{id}` and
 * `/journals/{number}` are told apart by what stands in their place, and one that takes any text is asked last; `/token` and `/token#refresh` by the
 * first that the whole request fits. Prism takes any of them.
 */
export async function readFitting(holding: Holding, routed: PrismOperation, input: IHttpRequest): Promise<Found> {
  const first = addressed(holding, routed);
  const alike = holding.address?.isMeant ? [first] : alikeOf(holding, first, input);
  if (alike.length < 2) return readAt(holding, alike[0] ?? first);
  const read = await Promise.allSettled(alike.map((one) => readAt(holding, one)));
  const readable = read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const particular = readable.toSorted((left, right) => freeOf(left.operation) - freeOf(right.operation));
  const best = particular.find(({ operation }) => fitsPath(holding, operation, input));
  if (best === undefined) return readAt(holding, first);
  const twins = readable.filter(({ operation }) => operation.path === best.operation.path);
  return (twins.length > 1 && twins.find(({ operation }) => fits(holding, operation, input))) || best;
}

/**
 * That of the server to which the request was sent, where Prism, which does not look at servers, took another; and the more literal one of several
 * templates, where Prism, for which `key={key}` is as good as `{id}`, took the last.
 */
function addressed({ operations, address }: Holding, routed: PrismOperation): PrismOperation {
  const found = operations.outline.find((one) => {
    const { path, method } = operations.placeOf(one);
    return path === address?.pathKey && method === address.method;
  });
  const isFound = found !== undefined && (isAlike(found, routed) || literalLength(found) > literalLength(routed));
  return isFound ? found : routed;
}

function literalLength({ path }: PrismOperation): number {
  return pathShape(path).replaceAll("{}", "").length;
}

/** Those of the same server, and of these the ones with the most of a query in their path that the request has too. */
function alikeOf({ operations }: Holding, first: PrismOperation, { url }: IHttpRequest): readonly PrismOperation[] {
  const servers = JSON.stringify(first.servers);
  const alike = operations.outline.filter((one) => isAlike(one, first) && JSON.stringify(one.servers) === servers);
  const shared = alike.map((one) => sharedQuery(url, operations.placeOf(one).path));
  const most = Math.max(...shared);
  return alike.filter((_, index) => shared[index] === most);
}

function isAlike(one: PrismOperation, other: PrismOperation): boolean {
  return one.method === other.method && pathShape(one.path) === pathShape(other.path);
}

/** How much of the query in a path a request has; -1 where it has another one. */
function sharedQuery({ query = {} }: IHttpRequest["url"], key: string): number {
  const written = [...new URLSearchParams(key.split("#", 1)[0]?.split("?")[1] ?? "")];
  const fixed = written.filter(([name, value]) => value !== `{${name}}`);
  return fixed.every(([name, value]) => [query[name]].flat().includes(value)) ? fixed.length : -1;
}

async function readAt({ operations }: Holding, outlined: PrismOperation): Promise<Found> {
  const place = operations.placeOf(outlined);
  return { place, operation: await operations.read(place) };
}

/** How many path parameters take any text. */
function freeOf({ request }: PrismOperation): number {
  const free = (request?.path ?? []).filter(({ schema = {} }) =>
    Object.entries(schema).every(([keyword, value]) =>
      keyword === "type" ? value === "string" : !narrowing.has(keyword),
    ),
  );
  return free.length;
}

const narrowing: ReadonlySet<string> = new Set(["format", "pattern", "enum", "const", "allOf", "anyOf", "oneOf"]);

/** Whether the path parameters fit, whatever the rest of the request is. */
function fitsPath(holding: Holding, operation: PrismOperation, { method, url }: IHttpRequest): boolean {
  const { path = [] } = operation.request ?? {};
  return fits(holding, { ...operation, request: { path } }, { method, url });
}

function fits({ prism, limited }: Holding, operation: PrismOperation, element: IHttpRequest): boolean {
  const resource = forRequest(operation, typeIn(element.headers));
  return limited(() => prism.validateInput({ resource, element }))._tag === "Right";
}
