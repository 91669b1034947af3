import type { Api, Operation, Server } from "./api.js";
import { isRelativeServer, serverKey } from "./server-key.js";

/** Where the operations of an API go: each to the first server of its own list, or else of the document's. */
export interface OperationServers {
  /** Of the operations that go where most do: what the base URL of a client is. Undefined where the document names none. */
  readonly base: Server | undefined;
  /** The other ones, each once, in the order of the operations. */
  readonly others: readonly Server[];
  /** The operations that go to one of the others. */
  readonly own: ReadonlyMap<Operation, Server>;
}

/** What a document without servers has: one at its own place (OpenAPI 3.1.1, 4.8.1.1). */
const atDocument: Server = { url: "/", name: undefined, description: undefined, variables: [] };

/** Finds out where the operations of an API go. Servers that are the same place, however they are written, are one. */
export function operationServers(api: Pick<Api, "servers" | "operations">): OperationServers {
  const base = baseServer(api);
  const known = new Map([[serverKey(base ?? atDocument, undefined), undefined as Server | undefined]]);
  const own = new Map<Operation, Server>();
  for (const operation of api.operations) {
    const [server] = operation.servers;
    if (server === undefined) continue;
    const key = serverKey(server, base);
    if (!known.has(key)) known.set(key, server);
    const place = known.get(key);
    if (place !== undefined) own.set(operation, place);
  }
  return { base, others: [...known.values()].filter((server) => server !== undefined), own };
}

/**
 * The first server of the document. Where that says no host, and every operation has another server, it is of no use: then it is the one of the
 * first operation.
 */
function baseServer({ servers, operations }: Pick<Api, "servers" | "operations">): Server | undefined {
  const [first] = servers;
  if (first !== undefined && !isRelativeServer(first)) return first;
  const key = serverKey(first ?? atDocument, undefined);
  const isUsed = ({ servers: [own] }: Operation): boolean => own === undefined || serverKey(own, first) === key;
  return operations.some(isUsed) ? first : (operations[0]?.servers[0] ?? first);
}

/** Operations without servers that say the same as the document's: the same first one, and the same others in any order. */
export function withoutEqualServers(api: Pick<Api, "servers">, operations: readonly Operation[]): Operation[] {
  const base = api.servers[0] ?? atDocument;
  const keysOf = (servers: readonly Server[]): string => {
    const [first, ...others] = servers.map((server) => serverKey(server, base));
    return [first, ...new Set(others.sort())].join();
  };
  const key = keysOf(api.servers.length === 0 ? [atDocument] : api.servers);
  return operations.map((operation) =>
    operation.servers.length > 0 && keysOf(operation.servers) === key ? { ...operation, servers: [] } : operation,
  );
}
