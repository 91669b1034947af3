import type { Document, Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child, valueAt } from "../load/pointer.js";
import { type DocumentNode, referenceTarget } from "./follow.js";
import { isModern, modernKeywords } from "./modern.js";

/** A schema and where it is written. */
export type SchemaNode = DocumentNode;

/** Schemas that all describe the same value, such as a property that several parts of a schema declare. None: any value. */
export type SchemaUse = readonly SchemaNode[];

const anything: JsonObject = {};
/** What `false` is short for (JSON Schema 2020-12, core, 4.3.2). */
const nothing: JsonObject = { not: {} };

/** The schemas of a document by their keywords, each read once. */
export class SchemaSource {
  readonly json: JsonObject;
  private readonly dialect: Document["dialect"];
  private readonly read = new WeakMap<JsonObject, JsonObject>();
  /** By the text of the reference: many lead to the same place. */
  private readonly targets = new Map<string, SchemaNode>();

  constructor(json: JsonObject, dialect: Document["dialect"]) {
    this.json = json;
    this.dialect = dialect;
  }

  /** The keywords of a schema in the words of JSON Schema 2020-12: the same object each time. What is no schema allows any value. */
  keywords(value: Json | undefined): JsonObject {
    if (value === false) return nothing;
    if (!isObject(value)) return anything;
    if (isModern(value, this.dialect)) return value;
    const known = this.read.get(value);
    if (known !== undefined) return known;
    const keywords = modernKeywords(value, this.dialect);
    this.read.set(value, keywords);
    return keywords;
  }

  /** What the `$ref` of a schema leads to; undefined where it has none. One that leads nowhere says nothing: any value. */
  target(keywords: JsonObject): SchemaNode | undefined {
    const { $ref } = keywords;
    if (typeof $ref !== "string") return undefined;
    const known = this.targets.get($ref);
    if (known !== undefined) return known;
    const target = this.find(referenceTarget(keywords));
    this.targets.set($ref, target);
    return target;
  }

  private find(pointer: string | undefined): SchemaNode {
    const value = pointer === undefined ? undefined : valueAt(this.json, pointer);
    return { value: value ?? true, pointer: pointer ?? "" };
  }
}

/** Whether a schema says by itself that there is no value. */
export function isNothing({ not }: JsonObject): boolean {
  return not === true || (isObject(not) && Object.keys(not).length === 0);
}

/** The schemas in a keyword that holds a list of them. */
export function membersOf(keywords: JsonObject, keyword: string, pointer = ""): readonly SchemaNode[] {
  const members = keywords[keyword];
  if (!Array.isArray(members)) return [];
  const at = child(pointer, keyword);
  return members.map((value: Json, index) => ({ value, pointer: child(at, index) }));
}
