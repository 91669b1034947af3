import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { isObject, type Json, type JsonObject } from "@facsimile/document";

/** The header by which a request says with which scheme it came: this machine has no certificate of other hosts. */
const schemeHeader = "x-forwarded-proto";

/** What has an address, of all hosts and schemes. Written apart from the product, which it judges. */
export interface Dispatcher {
  /** Whether an edition answers at an address. */
  answers(edition: JsonObject, address: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function startDispatcher(): Promise<Dispatcher> {
  let edition: JsonObject = {};
  const server = createServer(({ headers, url = "" }, answer) => {
    const address = new URL(url, `${headers[schemeHeader]}://${headers.host}`).href;
    const isKnown = addressesIn(edition).some((pattern) => pattern.test(address));
    answer.writeHead(isKnown ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, and on no pipe.
  const { port } = server.address() as AddressInfo;
  return {
    answers: async (json, address) => {
      edition = json;
      return (await ask(port, new URL(address))) === 204;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function ask(port: number, { protocol, host, pathname }: URL): Promise<number | undefined> {
  const headers = { host, [schemeHeader]: protocol.slice(0, -1) };
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: pathname, headers, agent: false }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode));
    });
    asked.once("error", reject).end();
  });
}

function operationIn({ paths, servers }: JsonObject): {
  readonly path: string;
  readonly servers: readonly JsonObject[];
} {
  const [[path, item] = ["", {}]] = Object.entries(isObject(paths) ? paths : {});
  const { get, servers: own } = asObject(item);
  const nearest = (isObject(get) ? get.servers : undefined) ?? own ?? servers;
  return { path, servers: Array.isArray(nearest) ? nearest.filter(isObject) : [] };
}

function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

const placeholder = /\{(\w+)\}/g;

/** What is allowed where nothing is listed. */
const anything = "[\\w-]+";

/** The addresses that an edition has, as patterns. */
function addressesIn(edition: JsonObject): readonly RegExp[] {
  const { path, servers } = operationIn(edition);
  return servers.map((server) => {
    const names = namesIn(server);
    // A placeholder would be written with percent signs.
    const address = addressOf(server, path, (name) => `zz${names.indexOf(name)}zz`);
    const escaped = address.replaceAll(/[.?+*()[\]\\^$|/]/g, "\\$&");
    return new RegExp(
      `^${escaped.replaceAll(/zz(\d)zz/g, (_, index) => patternOf(server, names[Number(index)] ?? ""))}$`,
    );
  });
}

function patternOf(server: JsonObject, name: string): string {
  const listed = valuesOf(server, name);
  return listed === undefined ? anything : `(?:${listed.join("|")})`;
}

/** Addresses to which callers of an edition may go: each value of a variable, and one that is not listed where any is allowed. */
export function addressesFor(edition: JsonObject): readonly string[] {
  const { path, servers } = operationIn(edition);
  return servers.flatMap((server) => {
    const [name] = namesIn(server);
    const values = name === undefined ? [""] : (valuesOf(server, name) ?? ["a", "v1", "other"]);
    return values.map((value) => addressOf(server, path, () => value));
  });
}

function namesIn({ url }: JsonObject): readonly string[] {
  return [...String(url).matchAll(placeholder)].map(([, name = ""]) => name);
}

function valuesOf({ variables }: JsonObject, name: string): readonly string[] | undefined {
  const variable: Json | undefined = isObject(variables) ? variables[name] : undefined;
  return isObject(variable) && Array.isArray(variable.enum) ? variable.enum.map(String) : undefined;
}

/** `URL` knows the letter case of hosts and the ports of schemes (RFC 3986, 6.2). */
function addressOf({ url }: JsonObject, path: string, write: (name: string) => string): string {
  const base = String(url).replaceAll(placeholder, (_, name: string) => write(name));
  return new URL(`${base.replace(/\/$/, "")}${path}`).href;
}
