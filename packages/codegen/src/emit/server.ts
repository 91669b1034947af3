import type { OperationServers, Server, ServerVariable } from "@facsimile/document";
import type { Code } from "../print/index.js";
import { arrayLiteral, code, entry, literal, objectLiteral } from "../print/index.js";
import { runtimeValue } from "./runtime.js";
import type { OperationScope, Scope } from "./scope.js";

/** The server that a client uses where it is given no base URL. */
export function defaultServer({ servers }: Scope): Server | undefined {
  return servers.base;
}

/** Whether a client has to be given its base URL, because the document has none. */
export function needsBaseUrl(scope: Scope): boolean {
  const server = defaultServer(scope);
  return server === undefined || !/^(?:https?:\/\/|\{)/i.test(server.url);
}

/** The URL by which `baseUrls` names the place of the operations that have no server of their own. */
export function baseKey(scope: Scope): string {
  return defaultServer(scope)?.url ?? "/";
}

/** The server that an operation goes to in the place of the client's base URL. */
export function ownServer({ servers, operation }: OperationScope): Server | undefined {
  return servers.own.get(operation);
}

/** What the descriptions of operations call the servers of single ones: their URLs, and a number where two of them have the same. */
function serverName({ others }: OperationServers, server: Server): string {
  const same = others.slice(0, others.indexOf(server)).filter(({ url }) => url === server.url);
  return same.length === 0 ? server.url : `${server.url} (${same.length + 1})`;
}

/** What the description of an operation calls its own server. */
export function serverEntry(scope: OperationScope): Code | undefined {
  const server = ownServer(scope);
  return server && entry("server", literal(serverName(scope.servers, server)));
}

/** The servers as the runtime reads them. */
export function serverEntries({ servers }: Scope): readonly (Code | undefined)[] {
  const { base, others } = servers;
  return [
    entry("server", serverLiteral(base)),
    ...(others.length === 0
      ? []
      : [
          entry(
            "servers",
            objectLiteral(others.map((server) => entry(serverName(servers, server), serverLiteral(server)))),
          ),
          entry("locate", runtimeValue("locateServers")),
        ]),
  ];
}

function serverLiteral(server: Server | undefined): Code {
  if (server === undefined) return code`undefined`;
  const variables = server.variables.map((variable) => entry(variable.name, variableLiteral(variable)));
  return objectLiteral([
    entry("url", literal(server.url)),
    ...(variables.length === 0
      ? []
      : [entry("variables", objectLiteral(variables)), entry("fill", runtimeValue("fillServer"))]),
  ]);
}

function variableLiteral({ default: value, enum: values, required }: ServerVariable): Code {
  return objectLiteral([
    required ? undefined : entry("default", literal(value)),
    values === undefined ? undefined : entry("enum", arrayLiteral(values.map(literal))),
  ]);
}
