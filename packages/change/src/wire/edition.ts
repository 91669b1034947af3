import {
  child,
  type Direction,
  type Document,
  type DocumentNode,
  followReferences,
  isObject,
  type Json,
  type JsonObject,
  type Location,
  type Schemas,
  schemasOf,
} from "@facsimile/document";
import { Shapes } from "../sets/shapes.js";
import type { Spelling } from "../sets/spelling.js";

/** One of the two documents that are compared. */
export class Edition {
  readonly document: Document;
  readonly json: JsonObject;
  readonly schemas: Schemas;
  readonly shapes: Readonly<Record<Direction, Shapes>>;
  /** The same where values are written as text. */
  readonly texts: Readonly<Record<Direction, Shapes>>;

  /** @param other - the document that it is compared with */
  constructor(document: Document, other: Document) {
    this.document = document;
    this.json = document.json;
    this.schemas = schemasOf(document.json);
    const shapes = (spelling: Spelling): Record<Direction, Shapes> => ({
      request: new Shapes(this.schemas, "request", spelling, other.json),
      response: new Shapes(this.schemas, "response", spelling, other.json),
    });
    this.shapes = shapes("json");
    this.texts = shapes("text");
  }

  /** The member of an object with the references in its place followed; undefined where there is none. */
  member(node: ObjectNode | undefined, key: string): DocumentNode | undefined {
    const value = node !== undefined && Object.hasOwn(node.value, key) ? node.value[key] : undefined;
    if (value === undefined || node === undefined) return undefined;
    return followReferences(this.json, { value, pointer: child(node.pointer, key) })?.at(-1);
  }

  object(node: ObjectNode | undefined, key: string): ObjectNode | undefined {
    return asObject(this.member(node, key));
  }

  /** The members of an object that are objects, by name. Those of `paths`, `responses` and callbacks that begin with `x-` are extensions. */
  patterned(node: ObjectNode | undefined): ReadonlyMap<string, ObjectNode> {
    return new Map([...this.objects(node)].filter(([key]) => !key.startsWith("x-")));
  }

  /** The members of an object that are objects, by names that people give. */
  objects(node: ObjectNode | undefined): ReadonlyMap<string, ObjectNode> {
    const found = Object.keys(node?.value ?? {}).flatMap((key): [string, ObjectNode][] => {
      const member = this.object(node, key);
      return member === undefined ? [] : [[key, member]];
    });
    return new Map(found);
  }

  /** The items of a list that are objects. */
  items(node: DocumentNode | undefined): readonly ObjectNode[] {
    if (!Array.isArray(node?.value)) return [];
    return node.value.flatMap((value: Json, index) => {
      const item = asObject(followReferences(this.json, { value, pointer: child(node.pointer, index) })?.at(-1));
      return item === undefined ? [] : [item];
    });
  }

  root(): ObjectNode {
    return { value: this.json, pointer: "" };
  }

  locate(pointer: string | undefined): Location | undefined {
    return pointer === undefined ? undefined : this.document.locate(pointer);
  }
}

export interface ObjectNode extends DocumentNode {
  readonly value: JsonObject;
}

function asObject(node: DocumentNode | undefined): ObjectNode | undefined {
  return node !== undefined && isObject(node.value) ? { value: node.value, pointer: node.pointer } : undefined;
}
