import { isList, isObject, type Json, type JsonObject } from "../spec/json.js";
import { operationsOf, type SpecOperation, templateNames } from "../spec/operations.js";
import type { ObservedRequest } from "./exchange.js";
import { decoded, segmentsOf, splitUrl } from "./url-parts.js";

/** What a request is to a spec. */
export type Match =
  | {
      readonly kind: "operation";
      readonly operation: SpecOperation;
      readonly values: ReadonlyMap<string, string | undefined>;
    }
  /** A path of the spec that does not have the method. */
  | { readonly kind: "method"; readonly path: string }
  | { readonly kind: "path" }
  /** It went to somebody else. */
  | { readonly kind: "elsewhere" };

/** Where a spec's API answers. */
interface Address {
  /** What stands between its variables, in lower case. Undefined where any host may be meant: the server is relative. */
  readonly host: readonly string[] | undefined;
  readonly base: readonly string[];
}

/** Finds the operations that requests are for. */
export class OperationMatcher {
  readonly #operations: readonly {
    readonly operation: SpecOperation;
    readonly addresses: readonly Address[];
    readonly template: readonly string[];
  }[];
  readonly #addresses: readonly Address[];

  constructor(json: JsonObject) {
    const shared = addressesOf(json.servers);
    this.#operations = operationsOf(json).map((operation) => ({
      operation,
      addresses: operation.servers.length === 0 ? shared : operation.servers.map(({ url }) => addressOf(url, {})),
      template: segmentsOf(operation.path),
    }));
    this.#addresses = [...shared, ...this.#operations.flatMap(({ addresses }) => addresses)];
  }

  match(request: ObservedRequest): Match {
    const fitting = this.#operations.flatMap(({ operation, addresses, template }) => {
      const values = addresses.flatMap((address) => fit(address, template, request) ?? []);
      return values[0] === undefined ? [] : [{ operation, values: values[0], literal: literalParts(template) }];
    });
    const [best] = fitting
      .filter(({ operation }) => operation.method === request.method)
      .toSorted((a, b) => b.literal.localeCompare(a.literal));
    if (best !== undefined) return { kind: "operation", operation: best.operation, values: best.values };
    const [other] = fitting;
    if (other !== undefined) return { kind: "method", path: other.operation.path };
    return this.#addresses.some((address) => restOf(address, request).length > 0)
      ? { kind: "path" }
      : { kind: "elsewhere" };
  }
}

/** Literal parts come before templated ones, from the left (OpenAPI 3.1.1, 4.8.8.1). */
function literalParts(template: readonly string[]): string {
  return template.map((part) => (part.includes("{") ? "0" : "1")).join("");
}

function fit(
  address: Address,
  template: readonly string[],
  request: ObservedRequest,
): ReadonlyMap<string, string | undefined> | undefined {
  for (const rest of restOf(address, request)) {
    const values = valuesOf(template, rest);
    if (values !== undefined) return values;
  }
  return undefined;
}

/** What is left of the path behind that of a server. Where a variable stands for the host, the path of the server may be in it. */
function restOf({ host, base }: Address, request: ObservedRequest): readonly (readonly (string | undefined)[])[] {
  const rest = base.every((part, index) => part === request.path[index]) ? [request.path.slice(base.length)] : [];
  if (request.host === undefined) return base.length === 0 ? rest : [...rest, request.path];
  return host === undefined || isHost(host, request.host.toLowerCase()) ? rest : [];
}

function valuesOf(
  template: readonly string[],
  path: readonly (string | undefined)[],
): ReadonlyMap<string, string | undefined> | undefined {
  if (template.length !== path.length) return undefined;
  const values = new Map<string, string | undefined>();
  for (const [index, part] of template.entries()) {
    const given = path[index];
    const [name] = templateNames(part);
    if (name === undefined && part !== given && decoded(part) !== given) return undefined;
    if (name === undefined) continue;
    const [before = "", after = ""] = part.split(`{${name}}`);
    if (
      given !== undefined &&
      !(given.startsWith(before) && given.endsWith(after) && given.length > before.length + after.length)
    )
      return undefined;
    // Of a part with several names only the whole is known.
    const isWhole = part === `{${name}}`;
    values.set(name, isWhole ? given : undefined);
  }
  return values;
}

function addressesOf(servers: Json | undefined): readonly Address[] {
  const list = isList(servers) ? servers : [];
  const found = list.flatMap((server) =>
    isObject(server) ? [addressOf(String(server.url), isObject(server.variables) ? server.variables : {})] : [],
  );
  return found.length === 0 ? [addressOf("/", {})] : found;
}

function addressOf(url: string, variables: JsonObject): Address {
  const { host } = splitUrl(url);
  const filled = url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = variables[name];
    return isObject(variable) ? String(variable.default ?? "") : "";
  });
  const path = splitUrl(filled).path;
  const base = path === "" || path === "/" ? [] : segmentsOf(path);
  if (host === undefined) return { host, base };
  return { host: host.toLowerCase().split(/\{[^{}]*\}/), base };
}

/** Whether a host has these parts in their order, with something between them. In linear time. */
function isHost([first = "", ...others]: readonly string[], host: string): boolean {
  const last = others.pop();
  if (last === undefined) return host === first;
  if (!host.startsWith(first) || !host.endsWith(last)) return false;
  let end = first.length;
  for (const part of others) {
    const start = host.indexOf(part, end + 1);
    if (start < 0) return false;
    end = start + part.length;
  }
  return end < host.length - last.length;
}
