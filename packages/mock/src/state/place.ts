import type { Operation } from "@facsimile/document";
import { bareName } from "../things/names.js";
import type { Thing } from "../things/thing.js";
import { decoded } from "../wire/decoded.js";

/** Where things are: the path of their list, with the values of what it is inside of, and which one of them. */
export interface Place {
  /** `/users/u1/groups`; values are encoded. */
  readonly scope: string;
  /** Undefined where a path names none of them. */
  readonly id: string | undefined;
}

/** The texts of path parameters, still encoded. */
type Texts = ReadonlyMap<string, string>;

/**
 * The place of a thing in the path of a request. Parameters count by where they stand, for operations may call them otherwise. Undefined where the
 * path does not go as far and has no parameters of the same names either.
 */
export function placeIn(operation: Operation, texts: Texts, thing: Thing): Place | undefined {
  const wanted = segmentsOf(thing.path);
  const own = segmentsOf(operation.path);
  const isAlong = wanted.slice(0, -1).every((segment, index) => isAlike(segment, own[index]));
  const outer = (isAlong ? own : wanted).slice(0, wanted.length - 1).map((segment) => filled(segment, texts));
  if (outer.includes(undefined)) return undefined;
  const last = own[wanted.length - 1];
  const name = isAlong && last !== undefined ? /^\{([^{}]+)\}/.exec(last)?.[1] : undefined;
  const text = name === undefined ? undefined : texts.get(name);
  return { scope: outer.join("/"), id: text === undefined ? undefined : decoded(text) };
}

/** The path of a thing. */
export function pathOf(thing: Thing, { scope }: Place, id: string): string {
  const last = thing.path.split("/").at(-1) ?? "";
  return `${scope}/${last.replace(/\{[^{}]*\}/, () => encodeURIComponent(id))}`;
}

/** The place of a thing that a scope is inside of. */
export function placeWithin(scope: string, key: string): Place {
  const segments = scope.split("/").slice(0, key.split("/").length);
  return { scope: segments.slice(0, -1).join("/"), id: decoded(segments.at(-1) ?? "") };
}

/** What the scopes begin with of things that are inside of one. */
export function scopeInside({ scope }: Place, id: string): string {
  return `${scope}/${encodeURIComponent(id)}/`;
}

/** What a path ends with that says that it is JSON, as in `/Accounts.json`, is no part of a name. */
function segmentsOf(path: string): readonly string[] {
  return path.replace(/\.json$/, "").split("/");
}

function isAlike(segment: string, other: string | undefined): boolean {
  return other !== undefined && (segment === other || (segment.startsWith("{") && other.startsWith("{")));
}

function filled(segment: string, texts: Texts): string | undefined {
  const name = /^\{([^{}]+)\}(?:\.json)?$/.exec(segment)?.[1];
  if (name === undefined) return segment;
  const text = texts.get(name) ?? [...texts].find(([other]) => bareName(other) === bareName(name))?.[1];
  return text === undefined ? undefined : encodeURIComponent(decoded(text));
}
