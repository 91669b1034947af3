import { pathToFileURL } from "node:url";
import type { Document, Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";

/** A schema with an `$id` of its own, or a file as a whole: what references in it start from (JSON Schema 2020-12, 8.2.1). */
export interface Resource {
  readonly source: Source;
  readonly pointer: string;
  /** Absolute and without a fragment. */
  readonly uri: string;
}

/** A schema that has a name within its resource (JSON Schema 2020-12, 8.2.2). */
export interface Anchor {
  readonly name: string;
  readonly source: Source;
  readonly pointer: string;
  readonly value: JsonObject;
  /** `$dynamicAnchor`: a dynamic reference may find it from other resources. */
  readonly dynamic: boolean;
}

/** The identifiers that the schemas of one file give. */
export interface Identifiers {
  /** By their pointers; the file itself is `""`. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** By the pointer of the resource, a `#`, and the name. */
  readonly anchors: ReadonlyMap<string, Anchor>;
}

/** Members whose values are data, whatever they look like. */
const dataKeys = new Set(["const", "default", "enum", "example", "examples", "value"]);

/** Members whose own members are entries with names of the document's choice, and no keywords. */
const mapKeys = new Set(["$defs", "definitions", "dependentSchemas", "patternProperties", "properties", "schemas"]);

/**
 * Finds the `$id`s and anchors of a file. Where one is given twice, the first counts.
 *
 * @param dialect - in OpenAPI 3.0, `$id` is no keyword
 */
export function readIdentifiers(source: Source, dialect: Document["dialect"]): Identifiers {
  const reader = new Reader(source, dialect !== "3.0");
  // Most files have none, and a search in the text is much faster than a walk through the values.
  if (source.mayHold(/\$(?:id|anchor|dynamicAnchor)/)) reader.read(source.json, "", reader.file, false);
  return reader;
}

class Reader implements Identifiers {
  readonly file: Resource;
  readonly resources: Map<string, Resource> = new Map();
  readonly anchors: Map<string, Anchor> = new Map();
  private readonly source: Source;
  private readonly resourceful: boolean;
  private readonly seen = new WeakSet<object>();

  constructor(source: Source, resourceful: boolean) {
    this.source = source;
    this.resourceful = resourceful;
    this.file = { source, pointer: "", uri: selfOf(source) ?? fileUri(source) };
    this.resources.set("", this.file);
  }

  read(value: Json, pointer: string, around: Resource, entries: boolean): void {
    if (value === null || typeof value !== "object" || this.seen.has(value)) return;
    this.seen.add(value);
    const resource = isObject(value) && !entries ? this.identify(value, pointer, around) : around;
    for (const [key, inner] of Object.entries(value)) {
      if (entries) this.read(inner, child(pointer, key), resource, false);
      else if (!dataKeys.has(key)) this.read(inner, child(pointer, key), resource, mapKeys.has(key));
    }
  }

  private identify(schema: JsonObject, pointer: string, around: Resource): Resource {
    const id = member(schema, "$id");
    const uri =
      this.resourceful && typeof id === "string" && !id.startsWith("#") ? absolute(id, around.uri) : undefined;
    const resource = uri === undefined ? around : { source: this.source, pointer, uri };
    if (uri !== undefined) this.resources.set(pointer, resource);
    // Draft 7 of JSON Schema writes an anchor as an $id.
    if (typeof id === "string" && id.startsWith("#")) this.name(id.slice(1), schema, pointer, resource, false);
    for (const key of ["$anchor", "$dynamicAnchor"]) {
      const name = member(schema, key);
      if (typeof name === "string") this.name(name, schema, pointer, resource, key === "$dynamicAnchor");
    }
    return resource;
  }

  private name(name: string, value: JsonObject, pointer: string, resource: Resource, dynamic: boolean): void {
    const key = anchorKey(resource.pointer, name);
    if (!this.anchors.has(key)) this.anchors.set(key, { name, source: this.source, pointer, value, dynamic });
  }
}

/** The URI that a document gives itself (OpenAPI 3.2.0, OpenAPI Object). */
function selfOf(source: Source): string | undefined {
  const self = member(source.json, "openapi") === undefined ? undefined : member(source.json, "$self");
  return typeof self === "string" ? absolute(self, fileUri(source)) : undefined;
}

export function fileUri({ path }: Source): string {
  return pathToFileURL(path).href;
}

export function anchorKey(resource: string, name: string): string {
  return `${resource}#${name}`;
}

/** A URI reference made absolute, without its fragment; undefined where it cannot be. */
export function absolute(reference: string, base: string): string | undefined {
  try {
    const url = new URL(reference, base);
    url.hash = "";
    return url.href;
  } catch {
    return undefined;
  }
}

/** The resource that a place of a file belongs to. */
export function resourceAround({ resources }: Identifiers, pointer: string): Resource | undefined {
  if (resources.size === 1) return resources.get("");
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const resource = resources.get(at);
    if (resource !== undefined || at === "") return resource;
  }
}
