import type { RawServer } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { Context } from "./context.js";

/**
 * The URL of a server without what no request to it has. Paths are appended to it (OpenAPI 3.1.1, 4.8.8), so that a query or a fragment in it would
 * swallow them, and `fetch` takes no user info.
 */
export function readServerUrl(context: Context, written: string, pointer: string): string {
  const [withoutEnd = ""] = /^(?:\{[^{}]*\}|[^?#])*/.exec(written) ?? [];
  const url = withoutEnd.replace(/^((?:[^/{}]|\{[^{}]*\})*\/\/)[^/]*@/, "$1");
  if (url !== written) reportParts(context, { written, withoutEnd, url }, pointer);
  return url;
}

/** A server that is reached by another protocol, such as `wss`, is none that a client can go to. */
export function isSendable(context: Context, { url }: RawServer, index: number, pointer: string): boolean {
  const [, scheme = "http"] = /^([a-z][a-z\d+.-]*):\/\//i.exec(url) ?? [];
  if (/^https?$/i.test(scheme)) return true;
  const message = `Server ${index + 1} is left out: requests are sent by http or https, and not by ${scheme}.`;
  context.report("server-invalid", child(pointer, "url"), message, "Write a URL that begins with https://.");
  return false;
}

interface Parts {
  readonly written: string;
  readonly withoutEnd: string;
  readonly url: string;
}

/** User info is a secret, and is not repeated. */
function reportParts(context: Context, { written, withoutEnd, url }: Parts, pointer: string): void {
  const parts = [
    ...(url === withoutEnd ? [] : ["user info"]),
    ...(/^\?/.test(written.slice(withoutEnd.length)) ? ["a query"] : []),
    ...(written.slice(withoutEnd.length).includes("#") ? ["a fragment"] : []),
  ];
  const message = `The server's URL has ${parts.join(" and ")}, which no request has: it is read as "${url}".`;
  const fix = "Remove it; describe a credential by a security scheme, and a query by parameters of the operations.";
  context.report("server-url", pointer, message, fix);
}
