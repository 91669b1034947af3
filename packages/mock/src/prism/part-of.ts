import { isObject, type Json, type JsonObject, pointerOfFragment, resolveValue, valueAt } from "@facsimile/document";

/** The methods of a path item that Prism knows (OpenAPI 3.1.1, 4.8.9.1). */
const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Where the operations of OpenAPI 3.2 are, which Prism does not know. */
const later = new Set(["query", "additionalOperations"]);

/** What is to be served of a document: one method of one path. */
export interface PartPlace {
  readonly path: string;
  readonly method: string;
}

/**
 * A document in which every operation is there, with its servers and with nothing that is described by a schema: enough to find the operation of
 * a request, and small.
 */
export function outlineOf(document: JsonObject): JsonObject {
  const { servers, info } = document;
  const openapi = versionForPrism(document);
  const paths = Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, item]) => {
    const resolved = resolveValue(document, item);
    return isObject(resolved) ? [[path, outlineOfItem(resolved)] as const] : [];
  });
  return { openapi, info, ...(servers !== undefined && { servers }), paths: Object.fromEntries(paths) } as JsonObject;
}

/** Operations whose methods Prism does not know, by these in lower case. */
export function laterOperations(item: Json | undefined): ReadonlyMap<string, JsonObject> {
  if (!isObject(item)) return new Map();
  const { query, additionalOperations } = item;
  const additional = isObject(additionalOperations) ? Object.entries(additionalOperations) : [];
  const all = [["query", query] as const, ...additional];
  return new Map(all.flatMap(([method, value]) => (isObject(value) ? [[method.toLowerCase(), value] as const] : [])));
}

/** Prism reads OpenAPI 3.1 at most; a document of 3.2 has the same schemas. */
function versionForPrism({ openapi }: JsonObject): Json {
  return String(openapi).startsWith("3.2") ? "3.1.1" : (openapi ?? "");
}

function outlineOfItem(item: JsonObject): JsonObject {
  const members = Object.entries(item).flatMap(([key, value]): [string, Json][] => {
    if (key === "servers") return [[key, value]];
    if (!methods.has(key) || !isObject(value)) return [];
    return [[key, { ...(value.servers !== undefined && { servers: value.servers }), responses: {} }]];
  });
  return Object.fromEntries(members);
}

/** The method of the operation in a part: Prism reads it as one of a method that it knows, and is told the other afterwards. */
export function methodInPart(method: string): string {
  return methods.has(method) ? method : "post";
}

/** Takes a document apart. */
export type PartOf = (place: PartPlace) => JsonObject;

/**
 * The part of a document that one operation needs: itself, what its path item says for all of its operations, and whatever they refer to, which stands
 * in the same place in every part. The document has no references to other files: those that are left are data, and lead nowhere.
 */
export function partsOf(document: JsonObject): PartOf {
  const numbers = new Map<string, number>();
  return (place) => partOf(document, place, numbers);
}

function partOf(document: JsonObject, { path, method }: PartPlace, numbers: Map<string, number>): JsonObject {
  const { info, servers, security, jsonSchemaDialect, components } = document;
  const openapi = versionForPrism(document);
  const item = resolveValue(document, isObject(document.paths) ? document.paths[path] : undefined);
  const shared = isObject(item) ? Object.entries(item).filter(([key]) => !methods.has(key) && !later.has(key)) : [];
  const own = isObject(item) && methods.has(method) ? item[method] : laterOperations(item).get(method);
  const kept = own === undefined ? shared : [...shared, [methodInPart(method), own] as const];
  const parts: Record<string, Json> = {};
  const said = { openapi, info, servers, security, jsonSchemaDialect };
  const copy = copyWith(document, parts, numbers);
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    paths: { [path]: copy(Object.fromEntries(kept)) },
    components: {
      securitySchemes: copy((isObject(components) ? components.securitySchemes : undefined) ?? {}),
      [place]: parts,
    },
  } as JsonObject;
}

/** Where what is referred to stands in a part, by number. */
const place = "x-parts";

/** The beginning of every reference in a part. */
export const partPrefix: string = `#/components/${place}/`;

/** Copies a value, with each reference of it to the parts, to which what it leads to is added once. */
function copyWith(
  document: JsonObject,
  parts: Record<string, Json>,
  numbers: Map<string, number>,
): (value: Json) => Json {
  const copy = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(copy);
    if (!isObject(value)) return value;
    const members = Object.entries(value).flatMap(([key, member]): [string, Json][] => {
      if (key !== "$ref" || typeof member !== "string") return [[key, copy(member)]];
      return member.startsWith("#") ? [[key, `${partPrefix}${placeOf(member)}`]] : [];
    });
    return Object.fromEntries(members);
  };
  const placeOf = (reference: string): number => {
    const number = numbers.get(reference) ?? numbers.size;
    numbers.set(reference, number);
    if (parts[number] !== undefined) return number;
    parts[number] = {};
    parts[number] = copy(targetOf(document, reference));
    return number;
  };
  return copy;
}

function targetOf(document: JsonObject, reference: string): Json {
  const pointer = pointerOfFragment(reference.slice(1));
  const target = pointer === undefined ? undefined : valueAt(document, pointer);
  if (target === undefined) throw new Error(`${reference} leads nowhere`);
  return target;
}
