import type { Api, JsonObject, Operation, Parameter } from "@facsimile/document";
import { useOf } from "@facsimile/samples";
import { listPlace, propertiesOf } from "./answer-shape.js";
import { type Creations, creationsOf } from "./creation.js";
import { bareName, identifierNames, isGeneric } from "./names.js";
import { keyOf } from "./path-key.js";
import type { Thing } from "./thing.js";

/**
 * The things of an API, those that others are inside of or refer to first. They are found by paths: `/users/{userID}` is one of `/users`, whatever
 * the operations are called.
 */
export function findThings(document: JsonObject, api: Api): readonly Thing[] {
  const prefixes = new Map<string, Prefix>();
  for (const operation of api.operations) {
    for (const prefix of prefixesOf(operation)) if (!prefixes.has(prefix.key)) prefixes.set(prefix.key, prefix);
  }
  const paths = pathsOf(api, prefixes);
  const creations = creationsOf(document, api, paths.at);
  const things = [...prefixes.values()].map((prefix) => thingOf(document, prefix, paths, creations));
  return inOrder(document, withSame(things));
}

interface Prefix {
  readonly key: string;
  readonly path: string;
  /** The last segment before the parameter. */
  readonly segment: string;
  readonly parameter: Parameter;
}

/** The beginnings of a path that end with a parameter, which may have an ending: `/Accounts/{Sid}.json`. */
function prefixesOf({ path, parameters }: Operation): Prefix[] {
  const segments = path.split("/");
  return segments.flatMap((segment, index) => {
    const name = /^\{([^{}]+)\}(?:\.json)?$/.exec(segment)?.[1];
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    if (parameter === undefined) return [];
    const own = segments.slice(0, index + 1).join("/");
    return [{ key: keyOf(own), path: own, segment: segments[index - 1] ?? "", parameter }];
  });
}

/** The operations by their paths. */
interface Paths {
  readonly prefixes: ReadonlyMap<string, Prefix>;
  at(key: string, method: string): Operation | undefined;
  /** Those whose path goes through a thing and through none that is further inside. */
  under(key: string): readonly Operation[];
}

function pathsOf(api: Api, prefixes: ReadonlyMap<string, Prefix>): Paths {
  const all = new Map<string, Operation>();
  const inside = new Map<string, Operation[]>();
  for (const operation of api.operations) {
    const key = keyOf(operation.path);
    const own = `${operation.method} ${key}`;
    if (!all.has(own)) all.set(own, operation);
    const innermost = beginningsOf(key).find((one) => prefixes.has(one));
    if (innermost !== undefined) inside.set(innermost, [...(inside.get(innermost) ?? []), operation]);
  }
  return { prefixes, at: (key, method) => all.get(`${method} ${key}`), under: (key) => inside.get(key) ?? [] };
}

/** A path and what it begins with, the longest first. */
function beginningsOf(key: string): readonly string[] {
  const segments = key.split("/");
  return segments.map((_, index) => segments.slice(0, segments.length - index).join("/"));
}

function thingOf(
  document: JsonObject,
  { key, path, segment, parameter }: Prefix,
  { prefixes, at, under }: Paths,
  creations: Creations,
): Thing {
  const names = identifierNames(parameter.name, segment);
  const base = key.slice(0, key.lastIndexOf("/")) || "/";
  const read = at(key, "get");
  const list = at(base, "get");
  const place = list === undefined ? undefined : listPlace(document, list, names);
  const create = creations.of({ key, base, parameter, names });
  const methods = create?.identifier.from === "caller" ? ["patch"] : ["patch", "put"];
  return {
    key,
    path,
    name: segment.startsWith("{") || segment === "" ? path : segment,
    parameter,
    names,
    create,
    list: list === undefined || place === undefined ? undefined : { operation: list, place },
    read,
    changes: methods.flatMap((method) => at(key, method) ?? []),
    remove: at(key, "delete"),
    below: under(key).filter((one) => keyOf(one.path) !== key && !isAbout(one)),
    parents: beginningsOf(key)
      .slice(1)
      .filter((one) => prefixes.has(one))
      .reverse(),
    sameAs: undefined,
  };

  /** Whether it creates or lists things that are inside of this one. */
  function isAbout(operation: Operation): boolean {
    return ["get", "post"].includes(operation.method) && prefixes.has(`${keyOf(operation.path)}/{}`);
  }
}

/** `/users/deleted/{userID}` are users that are somewhere else, since nothing else is called `userID`. */
function withSame(things: readonly Thing[]): readonly Thing[] {
  return things.map((thing) => {
    const isCreated = thing.create !== undefined && thing.create.identifier.from !== "caller";
    if (isCreated || isGeneric(thing.parameter.name)) return thing;
    const same = things.find(
      (other) =>
        other.create !== undefined &&
        other.create.identifier.from !== "caller" &&
        other.key !== thing.key &&
        !thing.key.startsWith(`${other.key}/`) &&
        bareName(other.parameter.name) === bareName(thing.parameter.name),
    );
    if (same === undefined || thing.create === undefined)
      return same === undefined ? thing : { ...thing, sameAs: same.key };
    // What looked like a creation by its caller is something that is done with one that there is.
    return { ...thing, create: undefined, changes: [...thing.changes, thing.create.operation], sameAs: same.key };
  });
}

/** Outer things before inner ones, and those that a body refers to before those with the body. */
function inOrder(document: JsonObject, things: readonly Thing[]): readonly Thing[] {
  const ordered: Thing[] = [];
  const visit = (thing: Thing, way: readonly Thing[]): void => {
    if (ordered.includes(thing) || way.includes(thing)) return;
    const before = things.filter(
      (other) =>
        other !== thing && (thing.parents.includes(other.key) || other.key === thing.sameAs || refersTo(thing, other)),
    );
    for (const other of before) visit(other, [...way, thing]);
    ordered.push(thing);
  };
  for (const thing of things) visit(thing, []);
  return ordered;

  function refersTo(thing: Thing, other: Thing): boolean {
    if (isGeneric(other.parameter.name)) return false;
    const wanted = bareName(other.parameter.name);
    return bodyProperties(document, thing.create?.operation).some((name) => bareName(name) === wanted);
  }
}

/** The properties of the body that an operation takes. */
function bodyProperties(document: JsonObject, operation: Operation | undefined): readonly string[] {
  const schema = operation?.requestBody?.content[0]?.schema;
  return propertiesOf(document, useOf(schema)).map(([name]) => name);
}
