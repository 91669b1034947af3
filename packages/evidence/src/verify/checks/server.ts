import type { FactValue } from "../../facts/fact.js";
import { child, isList, isObject, type Json } from "../../spec/json.js";
import { templateNames } from "../../spec/operations.js";
import { type Answer, confirmed, contradicted, missing } from "../answer.js";
import type { Checks } from "../check.js";
import type { Compared } from "../compared.js";
import { onOperation } from "./operation.js";

interface Server {
  readonly pointer: string;
  /** As it is written. */
  readonly template: string;
  /** With the default of each variable in its place. */
  readonly url: string;
  readonly variables: readonly string[];
}

function serversOf(compared: Compared): readonly Server[] {
  const list = compared.json.servers;
  return (isList(list) ? list : []).map((server, index) => {
    const template = isObject(server) ? String(server.url) : "";
    const variables = isObject(server) && isObject(server.variables) ? server.variables : {};
    const url = template.replace(/\{([^{}]+)\}/g, (_, name: string) => defaultOf(variables[name]));
    return { pointer: child("/servers", index), template, url, variables: Object.keys(variables) };
  });
}

function defaultOf(variable: Json | undefined): string {
  return isObject(variable) ? String(variable.default) : "";
}

/** The path of a URL, which may be relative, without a slash at its end. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\/$/, "");
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/]*)/i.exec(url)?.[1] ?? "";
}

/** A documented address without a host is a path that every server has to have. */
function checkUrl(compared: Compared, value: FactValue): Answer {
  const undeclared = serversOf(compared).find(
    ({ template, variables }) => !templateNames(template).every((name) => variables.includes(name)),
  );
  if (undeclared !== undefined)
    return contradicted(child(undeclared.pointer, "url"), "does not declare a variable of this server");
  const documented = String(value).replace(/\/$/, "");
  const said = (server: Server): string =>
    hostOf(documented) === "" ? pathOf(server.url) : server.url.replace(/\/$/, "");
  const servers = serversOf(compared);
  const found = servers.find((server) => said(server) === documented);
  if (found !== undefined) {
    const named =
      hostOf(documented) === "" ? [] : found.variables.map((name) => child(found.pointer, "variables", name));
    return confirmed(child(found.pointer, "url"), ...named, ...versionIn(compared, found.url));
  }
  const [first] = servers;
  return first === undefined
    ? missing("/servers", "names no server")
    : contradicted(child(first.pointer, "url"), `names the server ${servers.map(({ url }) => url).join(", ")}`);
}

/** An address that ends with `/v1.0` states the version of the API. */
function versionIn(compared: Compared, url: string): readonly string[] {
  return url.endsWith(`/v${String(compared.at("/info").version)}`) ? ["/info/version"] : [];
}

function checkEvery(compared: Compared, fits: (server: Server) => boolean, says: string): Answer {
  const servers = serversOf(compared);
  const wrong = servers.find((server) => !fits(server));
  const [first] = servers;
  if (first === undefined) return missing("/servers", "names no server");
  if (wrong !== undefined)
    return contradicted(child(wrong.pointer, "url"), `names the server ${wrong.template}, ${says}`);
  return confirmed(
    child(first.pointer, "url"),
    ...servers.flatMap(({ pointer, variables }) => variables.map((name) => child(pointer, "variables", name))),
  );
}

/** The servers that an operation has for itself are the documented ones. */
const checkOwn = onOperation((_, { servers, pointer }, __, value) => {
  const documented = Array.isArray(value) ? value : [value];
  const extra = servers.find(({ url }) => !documented.includes(url));
  if (extra !== undefined) return contradicted(extra.pointer, `names the server ${extra.url} for the operation`);
  const lacking = documented.find((url) => !servers.some((server) => server.url === url));
  if (lacking !== undefined) return missing(pointer, `does not name the server ${String(lacking)} for the operation`);
  return confirmed(pointer, ...servers.map((server) => server.pointer));
});

export const serverChecks: Checks = {
  server: (compared, _, value) => checkUrl(compared, value),
  "server/path": (compared, _, value) =>
    checkEvery(compared, ({ url }) => pathOf(url) === pathOf(String(value)), "with another path"),
  "server/example-host": (compared, _, value) =>
    checkEvery(compared, ({ url }) => hostOf(url) === value, "with another default host"),
  "server/host": (compared) =>
    checkEvery(
      compared,
      ({ template }) => hostOf(template) === "" || /^\{[^}]+\}/.test(hostOf(template)),
      "which a caller cannot change",
    ),
  "operation/*/servers": checkOwn,
  "operation/*/example/server": (compared, _, value) => checkUrl(compared, value),
};
