import type { Cors } from "./cors.js";

/** Whom a server answers. */
export interface Doors {
  readonly cors: Cors;
  /** Names of hosts besides those of this machine, in small letters. */
  readonly allowHosts: readonly string[];
}

const words: ReadonlySet<unknown> = new Set<Cors>(["loopback", "*", "off"]);

/**
 * The doors that were asked for.
 *
 * @throws TypeError for what no browser and no client would ever send: an origin with a path, a host with a port
 */
export function doorsOf({
  cors = "loopback",
  allowHosts = [],
}: {
  readonly cors?: Cors;
  readonly allowHosts?: readonly string[];
}): Doors {
  const origin = typeof cors === "object" ? cors.find((one) => !isOrigin(one)) : words.has(cors) ? undefined : cors;
  if (origin !== undefined)
    throw new TypeError(
      `cors takes "loopback", "*", "off" or a list of origins such as "https://app.test", not ${JSON.stringify(origin)}`,
    );
  const host = allowHosts.find((name) => !isHostName(name));
  if (host !== undefined)
    throw new TypeError(`allowHosts takes names without a port, such as "api.test", not ${JSON.stringify(host)}`);
  return { cors, allowHosts: allowHosts.map((name) => name.toLowerCase()) };
}

/** Whether browsers send it as an origin. Pages of files, and those in a frame with a sandbox, are of the origin `null`; applications and extensions have schemes of their own. */
export function isOrigin(text: string): boolean {
  if (text === "null") return true;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && url.host !== "" && text === `${url.protocol}//${url.host}`;
}

/** Whether it is the name of a host, or its address, without a port. */
export function isHostName(name: string): boolean {
  return /^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(name);
}
