import { pathShape } from "@facsimile/document";
import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import type { WireOperation } from "./operations.js";
import { type Editions, found } from "./place.js";
import { type AddressRange, addressesOf, isWithin, type Server, serverAt, valuesOf } from "./server-addresses.js";
import { code } from "./words.js";

/** Compares where an operation is sent: the address of a server and the path count together, however they are written. */
export function compareServers(editions: Editions, was: WireOperation, is: WireOperation): readonly Found[] {
  const [old, next] = [serversOf(editions.old, was), serversOf(editions.new, is)];
  const kept = [...old].flatMap(([address, [server, ...alike]]) => {
    const [other, ...others] = next.get(address) ?? [];
    const isOne = alike.length + others.length === 0 && server !== undefined && other !== undefined;
    return isOne ? compareVariables(editions, server, other) : [];
  });
  const lost = without(old, next).map((server) => removedServer(editions, server, is));
  const gained = without(next, old).map((server) => addedServer(editions, was, server));
  return [...lost, ...gained, ...kept];
}

/** Several may be written alike, and have other values of their variables. */
type ServersByAddress = ReadonlyMap<string, readonly Server[]>;

/** Servers by the whole address of the operation. Without any there is one at `/` (OpenAPI 3.1.1, 4.8.1). */
function serversOf(edition: Edition, operation: WireOperation): ServersByAddress {
  const nodes = operation.servers.length > 0 ? operation.servers : [{ value: {}, pointer: edition.root().pointer }];
  const servers = new Map<string, Server[]>();
  for (const node of nodes) {
    const server = serverAt(edition, node, pathShape(operation.path));
    servers.set(server.address, [...(servers.get(server.address) ?? []), server]);
  }
  return servers;
}

/** Servers of which the other edition does not have all addresses: it may have them written out, or as values of a variable. */
function without(own: ServersByAddress, others: ServersByAddress): readonly Server[] {
  // Where each has one of an address, its variables say what differs.
  const isPaired = (servers: readonly Server[], address: string): boolean =>
    servers.length === 1 && others.get(address)?.length === 1;
  const missing = [...own].flatMap(([address, servers]) => (isPaired(servers, address) ? [] : servers));
  if (missing.length === 0) return [];
  const known = [...others.values()].flat().flatMap((server) => addressesOf(server) ?? []);
  const exact = new Set(known.filter(({ after }) => after === undefined).map(({ before }) => before));
  const open = known.filter(({ after }) => after !== undefined);
  const isKnown = (range: AddressRange): boolean =>
    (range.after === undefined && exact.has(range.before)) || open.some((around) => isWithin(range, around));
  return missing.filter((server) => !(addressesOf(server)?.every(isKnown) ?? false));
}

function removedServer({ sent }: Editions, { url, node }: Server, is: WireOperation): Found {
  return found("server-removed", sent, { old: node, new: is.servers[0] }, `the server ${code(url)} is gone`);
}

function addedServer({ sent }: Editions, was: WireOperation, { url, node }: Server): Found {
  return found("server-added", sent, { old: was.servers[0], new: node }, `the server ${code(url)} is new`);
}

/** Variables are known by their places: their names do not travel. */
function compareVariables({ sent }: Editions, was: Server, is: Server): readonly Found[] {
  return was.variables.flatMap((variable, index) => {
    const other = is.variables[index];
    return variable === undefined || other === undefined
      ? []
      : compareVariable(sent, is.names[index] ?? "", variable, other);
  });
}

function compareVariable(sent: Editions["sent"], name: string, was: ObjectNode, is: ObjectNode): readonly Found[] {
  const places = { old: was, new: is };
  const [old, next] = [valuesOf(was), valuesOf(is)];
  const removed =
    next === undefined ? [] : old === undefined ? ["others"] : old.filter((value) => !next.includes(value));
  const added = old === undefined ? [] : next === undefined ? ["others"] : next.filter((value) => !old.includes(value));
  const words = `variable ${code(name)} of the server`;
  return [
    ...(removed.length > 0
      ? [
          found(
            "server-variable-value-removed",
            sent,
            places,
            `${words} may no longer be ${removed.map(code).join(", ")}`,
          ),
        ]
      : []),
    ...(added.length > 0
      ? [found("server-variable-value-added", sent, places, `${words} may be ${added.map(code).join(", ")} now`)]
      : []),
    ...(was.value.default === is.value.default
      ? []
      : [
          found(
            "server-variable-default-changed",
            sent,
            places,
            `the default of ${words} is ${code(String(is.value.default))} now, it was ${code(String(was.value.default))}`,
          ),
        ]),
  ];
}
