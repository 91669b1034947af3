import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { pathShape, type WireOperation } from "./operations.js";
import { type Editions, found } from "./place.js";
import { code } from "./words.js";

/** Compares where an operation is sent: the address of a server and the path count together. */
export function compareServers(editions: Editions, was: WireOperation, is: WireOperation): readonly Found[] {
  const [old, next] = [addressesOf(editions.old, was), addressesOf(editions.new, is)];
  const removed = [...old]
    .filter(([address]) => !next.has(address))
    .map(([, server]) => removedServer(editions, server, is));
  const added = [...next]
    .filter(([address]) => !old.has(address))
    .map(([, server]) => addedServer(editions, was, server));
  const kept = [...old].flatMap(([address, server]) => {
    const other = next.get(address);
    return other === undefined ? [] : compareVariables(editions, server, other);
  });
  return [...removed, ...added, ...kept];
}

interface Server {
  readonly url: string;
  readonly node: ObjectNode;
}

/** Servers by the whole address of the operation. Without any there is one at `/` (OpenAPI 3.1.1, 4.8.1). */
function addressesOf(edition: Edition, operation: WireOperation): ReadonlyMap<string, Server> {
  const servers = operation.servers.map((node) => ({ url: String(node.value.url ?? "/"), node }));
  const all = servers.length > 0 ? servers : [{ url: "/", node: edition.root() }];
  return new Map(all.map((server) => [`${address(server.url)}${pathShape(operation.path)}`, server]));
}

/** Scheme and host are compared without case (RFC 3986, 6.2.2.1). */
function address(url: string): string {
  const trimmed = url.replace(/\/+$/, "");
  const host = /^[a-z][a-z0-9+.-]*:\/\/[^/?#{]*/i.exec(trimmed)?.[0] ?? "";
  return `${host.toLowerCase()}${trimmed.slice(host.length)}`;
}

function removedServer({ sent }: Editions, { url, node }: Server, is: WireOperation): Found {
  return found("server-removed", sent, { old: node, new: is.servers[0] }, `the server ${code(url)} is gone`);
}

function addedServer({ sent }: Editions, was: WireOperation, { url, node }: Server): Found {
  return found("server-added", sent, { old: was.servers[0], new: node }, `the server ${code(url)} is new`);
}

function compareVariables({ sent, old, new: next }: Editions, was: Server, is: Server): readonly Found[] {
  const [variables, others] = [
    old.objects(old.object(was.node, "variables")),
    next.objects(next.object(is.node, "variables")),
  ];
  return [...variables].flatMap(([name, variable]) => {
    const other = others.get(name);
    return other === undefined ? [] : compareVariable(sent, name, variable, other);
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

function valuesOf({ value }: ObjectNode): readonly string[] | undefined {
  return Array.isArray(value.enum) && value.enum.length > 0 ? value.enum.map(String) : undefined;
}
