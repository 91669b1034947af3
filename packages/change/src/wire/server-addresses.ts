import type { Edition, ObjectNode } from "./edition.js";

/** Where requests of an operation go. */
export interface Server {
  readonly url: string;
  readonly node: ObjectNode;
  /** The whole address of the operation with the places of variables in the order in which they come: `https://{0}.example.com/things/{}`. */
  readonly address: string;
  /** The variables by their places. */
  readonly variables: readonly (ObjectNode | undefined)[];
  readonly names: readonly string[];
}

/** More addresses than these are not written out. */
const mostAddresses = 256;

/** @param path - What follows the address of the server. */
export function serverAt(edition: Edition, node: ObjectNode, path: string): Server {
  const url = String(node.value.url ?? "/");
  const declared = edition.objects(edition.object(node, "variables"));
  const names = [...new Set([...url.matchAll(variable)].map(([, name = ""]) => name))];
  const placed = url.replaceAll(variable, (_, name: string) => `{${names.indexOf(name)}}`);
  return {
    url,
    node,
    address: `${normalized(placed)}${path}`,
    variables: names.map((name) => declared.get(name)),
    names,
  };
}

const variable = /\{([^{}]*)\}/g;

/** One address, or all that differ in one part which may be anything. */
export interface AddressRange {
  readonly before: string;
  /** Undefined where there is nothing open. */
  readonly after: string | undefined;
}

/** The addresses of a server with the listed values written out; undefined where more than one part may be anything, or where they are too many. */
export function addressesOf({ address, variables }: Server): readonly AddressRange[] | undefined {
  let addresses: readonly string[] = [address];
  for (const [index, node] of variables.entries()) {
    const values = node === undefined ? undefined : valuesOf(node);
    if (values === undefined) continue;
    if (addresses.length * values.length > mostAddresses) return undefined;
    addresses = addresses.flatMap((each) => values.map((value) => each.replaceAll(`{${index}}`, () => value)));
  }
  const open = variables.flatMap((node, index) =>
    node !== undefined && valuesOf(node) !== undefined ? [] : [`{${index}}`],
  );
  const [only, ...others] = open;
  if (only === undefined) return addresses.map((each) => ({ before: normalized(each), after: undefined }));
  const parts = addresses.map((each) => each.split(only));
  if (others.length > 0 || parts.some(({ length }) => length !== 2)) return undefined;
  return parts.map(([before = "", after = ""]) => ({ before, after }));
}

/** Whether all addresses of a range are some of another one. What may be anything is one segment of a path, or a part of a host. */
export function isWithin(own: AddressRange, around: AddressRange): boolean {
  if (own.after !== undefined || around.after === undefined)
    return own.before === around.before && own.after === around.after;
  const { before, after } = around;
  if (!own.before.startsWith(before) || !own.before.endsWith(after)) return false;
  return /^[^/]+$/.test(own.before.slice(before.length, own.before.length - after.length));
}

/** The values that a variable may have. Undefined: any. */
export function valuesOf({ value }: ObjectNode): readonly string[] | undefined {
  return Array.isArray(value.enum) && value.enum.length > 0 ? value.enum.map(String) : undefined;
}

const ports: Readonly<Record<string, string>> = { http: "80", ws: "80", https: "443", wss: "443" };

/** Scheme and host are compared without case, a scheme's own port is the same as none, and an end of `/` says nothing (RFC 3986, 6.2.2.1 and 6.2.3). */
function normalized(url: string): string {
  const trimmed = url.replace(/(?<!\/)\/+$/, "");
  const [host = "", scheme = ""] = /^([a-z][a-z0-9+.-]*):\/\/[^/?#]*/i.exec(trimmed) ?? [];
  const [, port] = /:(\d*)$/.exec(host) ?? [];
  const isOwn = port === "" || (port !== undefined && port === ports[scheme.toLowerCase()]);
  const named = isOwn ? host.slice(0, host.lastIndexOf(":")) : host;
  return `${named.toLowerCase()}${trimmed.slice(host.length)}`;
}
