import type { Server } from "./api.js";
import { templateNames } from "./path-template.js";

/** A URL template in its parts. What a template does not have is empty. */
interface Template {
  /** `https:`, or a variable in its place. */
  readonly scheme: string;
  /** `//api.example.com`. */
  readonly authority: string;
  /** With a slash at its beginning and none at its end, or empty. A template that begins with a variable is nothing but a path. */
  readonly path: string;
}

/** What servers have in common that are the same place, and take the same variables: a text to compare. */
export function serverKey(server: Server, base: Server | undefined): string {
  const template = resolve(server.url, base === undefined ? nowhere : resolve(base.url, nowhere));
  const url = template.scheme + template.authority + template.path;
  const declared = [...server.variables, ...(base?.variables ?? [])];
  const variables = [...new Set(templateNames(url))].sort().map((name) => {
    const found = declared.find((variable) => variable.name === name);
    return [name, found?.default, found?.enum?.toSorted(), found?.required];
  });
  return JSON.stringify([url, variables]);
}

/** Whether a URL counts from another: it begins with no scheme, no host, and no variable that may hold them (RFC 3986, 4.2). */
export function isRelativeServer({ url }: Pick<Server, "url">): boolean {
  return !/^(?:\/\/|\{|[a-z][a-z\d+.-]*:)/i.test(url);
}

const nowhere: Template = { scheme: "", authority: "", path: "" };
const defaultPorts: Readonly<Record<string, string>> = { "http:": ":80", "https:": ":443" };

function resolve(url: string, base: Template): Template {
  const [, scheme = "", authority = "", path = ""] =
    /^((?:[a-z][a-z\d+.-]*|\{[^{}]*\}):)?(\/\/[^/]*)?(.*)$/is.exec(url) ?? [];
  if (authority === "" && isRelativeServer({ url })) {
    return { ...base, path: withoutDots(path.startsWith("/") ? path : `${base.path}/${path}`) };
  }
  const known = inLowerCase(scheme) || base.scheme;
  return { scheme: known, authority: withoutPort(inLowerCase(authority), known), path: withoutDots(path) };
}

/** Schemes and hosts are compared without case (RFC 3986, 6.2.2.1); names of variables are not. */
function inLowerCase(text: string): string {
  return text.replace(/\{[^{}]*\}|[^{}]+/g, (part) => (part.startsWith("{") ? part : part.toLowerCase()));
}

function withoutPort(authority: string, scheme: string): string {
  const port = defaultPorts[scheme];
  return port !== undefined && authority.endsWith(port) ? authority.slice(0, -port.length) : authority;
}

/** Without segments that stand for others (RFC 3986, 5.2.4), and without slashes at its end. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.length = Math.max(1, kept.length - 1);
    else if (segment !== ".") kept.push(segment);
  }
  return kept.join("/").replace(/(?<!\/)\/+$/, "");
}
