import type { Conversion } from "./conversion.js";
import { itemsOf, memberOf, type Node, textOf } from "./node.js";

/** Where the operations of a document are: `host`, `basePath` and `schemes`. Undefined where none of them says anything. */
export function convertServers(conversion: Conversion, document: Node): Node | undefined {
  const host = memberOf(document, "host");
  const basePath = memberOf(document, "basePath");
  const schemes = memberOf(document, "schemes");
  // The document is served by the API itself then: callers give its URL, and with it the scheme.
  if (host === undefined) {
    const path = pathOf(conversion, document) || "/";
    return basePath && { value: conversion.list([server(conversion, path, basePath)]), at: basePath.at };
  }
  return listOfServers(conversion, document, schemes ?? host);
}

/** The servers of an operation that has schemes of its own; undefined where they change nothing. */
export function convertSchemes(conversion: Conversion, schemes: Node): Node | undefined {
  const { root } = conversion;
  const document: Node = { value: root.json, at: { source: root, pointer: "" } };
  const shared = schemesIn(memberOf(document, "schemes")).map(({ value }) => value);
  const own = schemesIn(schemes).map(({ value }) => value);
  const isSame = shared.length === own.length && own.every((scheme) => shared.includes(scheme));
  if (isSame || own.length === 0 || memberOf(document, "host") === undefined) return undefined;
  return listOfServers(conversion, document, schemes);
}

/** @param place - the schemes, or the host where nothing says them */
function listOfServers(conversion: Conversion, document: Node, place: Node): Node {
  const [inHost, host] = splitHost(conversion, document);
  const stated = schemesIn(place);
  const schemes = stated.length > 0 ? stated : [{ value: inHost ?? "https", at: place.at }];
  if (stated.length === 0 && inHost === undefined) {
    const message = "Nothing says by which scheme the host is reached; it is read as https.";
    conversion.findings.report("swagger-server", place.at, message, "Write schemes: [https].");
  }
  const path = pathOf(conversion, document);
  const servers = schemes.map((scheme) => server(conversion, `${scheme.value}://${host}${path}`, scheme));
  return { value: conversion.list(servers), at: place.at };
}

/** The first server is where a client goes: https before http, which everybody can read on the way. */
function schemesIn(schemes: Node | undefined): readonly Node[] {
  const list = typeof schemes?.value === "string" ? [schemes] : itemsOf(schemes);
  const texts = list.filter(({ value }) => typeof value === "string" && /^(?:https?|wss?)$/i.test(value));
  return [...texts.filter(isHttps), ...texts.filter((scheme) => !isHttps(scheme))];
}

function isHttps({ value }: Node): boolean {
  return String(value).toLowerCase() === "https";
}

function splitHost(conversion: Conversion, document: Node): readonly [scheme: string | undefined, host: string] {
  const node = memberOf(document, "host");
  const written = String(node?.value ?? "").trim();
  const [, scheme, rest = written] = /^(https?):\/\/(.*)$/is.exec(written) ?? [];
  const host = withoutEnd(rest);
  if (scheme !== undefined && node !== undefined) {
    const message = `The host begins with a scheme; it is read as "${host}".`;
    conversion.findings.report("swagger-server", node.at, message, `Write host: ${host}, and schemes: [${scheme}].`);
  }
  return [scheme?.toLowerCase(), host];
}

/** The base path with a slash at its beginning and none at its end, or nothing. */
function pathOf(conversion: Conversion, document: Node): string {
  const written = textOf(document, "basePath")?.trim() ?? "";
  const node = memberOf(document, "basePath");
  const path = withoutEnd(written);
  if (path === "" || path.startsWith("/") || node === undefined) return path;
  const message = `The base path does not begin with a slash; it is read as "/${path}".`;
  conversion.findings.report("swagger-server", node.at, message, `Write basePath: /${path}.`);
  return `/${path}`;
}

/** A text without the slashes at its end. It is looked at once, however many there are before. */
function withoutEnd(text: string): string {
  return text.replace(/(?<!\/)\/+$/, "");
}

function server(conversion: Conversion, url: string, { at }: Node): Node {
  return { value: conversion.draft().set("url", url, at).json, at };
}
