import { child } from "../load/pointer.js";
import type { Context } from "./context.js";

/** A path of the document, taken apart. */
export interface PathTemplate {
  /** What is sent as the path. */
  readonly path: string;
  /** The fixed part of a query that is written in the path, encoded; undefined where there is none. */
  readonly query: string | undefined;
  /** The names of query parameters that stand in that query as `name={name}`. */
  readonly queryNames: readonly string[];
  /** Why no request can be made of it, in words that follow "its path"; undefined where one can. */
  readonly fault: string | undefined;
}

/** The names in the braces of a template, which is a path or the URL of a server, in its order. */
export function templateNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** A path, or a request that ends in one, without the names of its parameters, which do not travel: of two that are alike no server can tell which is meant. */
export function pathShape(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}

/** What is sent of a key of `paths` as the path: with a slash at its beginning, without a query or a fragment. */
export function sentPath(key: string): string {
  const path = splitPathKey(key).written;
  return path.startsWith("/") ? path : `/${path}`;
}

/** Reads a key of `paths`. What it has that OpenAPI does not know in a path is said, once for each key. */
export function readPathTemplate(context: Context, key: string): PathTemplate {
  const pointer = child("/paths", key);
  const { written, query, withoutFragment, fragment } = splitPathKey(key);
  if (fragment !== undefined) reportFragment(context, pointer, key, withoutFragment);
  if (query !== undefined) reportQuery(context, pointer, key);
  if (!written.startsWith("/")) reportSlash(context, pointer, key);
  const path = sentPath(key);
  const names = templateNames(path);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index)))
    reportTwice(context, pointer, name);
  const pairs = (query ?? "").split("&").filter((pair) => pair !== "");
  const open = pairs.filter((pair) => isParameter(pair));
  const fixed = pairs.filter((pair) => !open.includes(pair));
  return {
    path,
    query: fixed.length === 0 ? undefined : fixed.map(encodePair).join("&"),
    queryNames: open.map((pair) => splitOnce(pair, "=")[0] ?? ""),
    fault: faultOf(path) ?? fixed.map(faultOf).find((fault) => fault !== undefined),
  };
}

interface PathKey {
  readonly withoutFragment: string;
  readonly fragment: string | undefined;
  readonly written: string;
  readonly query: string | undefined;
}

function splitPathKey(key: string): PathKey {
  const [withoutFragment = "", fragment] = splitOnce(key, "#");
  const [written = "", query] = splitOnce(withoutFragment, "?");
  return { withoutFragment, fragment, written, query };
}

/** `id={id}`: the value is a parameter of the same name. */
function isParameter(pair: string): boolean {
  const [name = "", value] = splitOnce(pair, "=");
  return value === `{${name}}`;
}

/** A brace that belongs to no name. */
function faultOf(template: string): string | undefined {
  const wrong = /[{}]/.exec(template.replaceAll(/\{[^{}/]+\}/g, ""))?.[0];
  return wrong === undefined ? undefined : `has a "${wrong}" that belongs to no {parameter}`;
}

/** What is already encoded stays as it is. */
function encodePair(pair: string): string {
  return encodeURI(pair).replaceAll("%25", "%").replaceAll("#", "%23");
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function reportFragment(context: Context, pointer: string, key: string, rest: string): void {
  const message = `The path "${key}" has a fragment, which is never sent: its operations go to "${rest}".`;
  const fix = "Keep it where operations of one method and path are told apart by it; otherwise remove it.";
  context.report("path-fragment", pointer, message, fix);
}

function reportQuery(context: Context, pointer: string, key: string): void {
  const message = `The path "${key}" has a query, which every request of its operations is sent with.`;
  context.report(
    "path-query",
    pointer,
    message,
    "Describe it by query parameters instead, with const where a value is fixed.",
  );
}

function reportSlash(context: Context, pointer: string, key: string): void {
  const message = `The path "${key}" does not begin with a slash; it is sent with one.`;
  context.report("path-slash-missing", pointer, message, `Write "/${key}".`);
}

function reportTwice(context: Context, pointer: string, name: string): void {
  const message = `The path has {${name}} twice; both get the same value.`;
  context.report("path-parameter-twice", pointer, message, "Give each place in the path a name of its own.");
}
