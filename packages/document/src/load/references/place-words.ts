import { basename, extname } from "node:path";
import type { Json } from "../document.js";
import { isObject } from "../object.js";
import { member, splitPointer } from "../pointer.js";
import type { Place } from "./locate.js";

/** What one would call a place of a document, word by word. */
export interface PlaceWords {
  readonly words: readonly string[];
  /** The same without the parts that schemas are put together from, which say little. */
  readonly brief: readonly string[];
  /** The last word is made up, as for an item or an alternative. */
  readonly isNameless: boolean;
  /** Further words that tell it from a place with the same words. */
  readonly around: readonly string[];
  /** The media type that it is the body of. */
  readonly mediaType: string | undefined;
  /** The place has a name of its own: a component, an entry of a file, a file. */
  readonly isEntry: boolean;
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

/** Sections of components, with the word for a body or schema in an entry of theirs. */
const sections: Readonly<Record<string, string>> = {
  schemas: "",
  definitions: "",
  $defs: "",
  responses: "response",
  requestBodies: "request",
  parameters: "parameter",
  headers: "header",
  pathItems: "",
  callbacks: "",
  examples: "",
  links: "",
  securitySchemes: "",
  mediaTypes: "",
};

/** Keywords that lead to a schema which has no name: the word for it. */
const partWords: Readonly<Record<string, string>> = {
  items: "item",
  contains: "item",
  unevaluatedItems: "item",
  additionalProperties: "value",
  unevaluatedProperties: "value",
  propertyNames: "key",
  requestBody: "request",
  schema: "",
  contentSchema: "",
};

/** Keywords that lead to a list: the word for an item. */
const itemWords: Readonly<Record<string, string>> = {
  allOf: "part",
  anyOf: "option",
  oneOf: "option",
  prefixItems: "item",
};

/** Keys before the name of what is meant. */
const mapKeys = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "responses",
  "headers",
  "encoding",
  "examples",
  "links",
]);

export function wordsOfPlace({ source, pointer }: Place): PlaceWords {
  const walk = new Walk(source.json, splitPointer(pointer), basename(source.path, extname(source.path)));
  return walk.describe();
}

class Walk {
  private readonly keys: readonly string[];
  private readonly file: string;
  private value: Json | undefined;
  private at = 0;
  private words: string[] = [];
  private around: string[] = [];
  private mediaType: string | undefined;
  private parts = new Set<number>();
  private isNameless = false;
  /** A callback or webhook has a name without its method. */
  private isNamed = false;

  constructor(root: Json, keys: readonly string[], file: string) {
    this.value = root;
    this.keys = keys;
    this.file = file;
  }

  describe(): PlaceWords {
    const kind = this.start();
    const isEntry = this.at === this.keys.length;
    if (!isEntry && kind !== "" && this.words.at(-1)?.toLowerCase().endsWith(kind) === false) this.words.push(kind);
    while (this.at < this.keys.length) this.step();
    const { words, around, mediaType, parts, isNameless } = this;
    const brief = words.filter((_, index) => !parts.has(index) || index === words.length - 1);
    return { words, brief, isNameless, around, mediaType, isEntry };
  }

  /** Takes the keys before the first name. Answers the word for what the named thing is. */
  private start(): string {
    const [first = "", second = ""] = this.keys;
    if (first === "components" && this.keys.length > 2) {
      this.take();
      this.take();
      this.words = [this.take()];
      return sections[second] ?? "";
    }
    if ((first === "paths" || first === "webhooks") && this.keys.length > 1) {
      this.take();
      this.isNamed = first === "webhooks";
      this.words = this.take().split(/[^\p{L}\p{N}]+/u);
      return "";
    }
    if (Object.hasOwn(sections, first) && this.keys.length > 1) {
      this.take();
      this.words = [this.take()];
      return sections[first] ?? "";
    }
    const isFile = this.keys.length === 0 || this.isKeyword(first);
    this.words = [isFile ? this.file : this.take()];
    return "";
  }

  private isKeyword(key: string): boolean {
    return methods.has(key) || mapKeys.has(key) || [partWords, itemWords].some((words) => Object.hasOwn(words, key));
  }

  private step(): void {
    const key = this.take();
    const more = this.at < this.keys.length;
    this.isNameless = Object.hasOwn(itemWords, key) || (Object.hasOwn(partWords, key) && partWords[key] !== "");
    if (isObject(this.value) && methods.has(key)) this.enterOperation(key);
    else if (more && (key === "$defs" || key === "definitions")) this.enterDefinition();
    else if (more && Object.hasOwn(itemWords, key)) this.enterItem(key);
    else if (more && mapKeys.has(key)) this.words.push(this.take());
    else if (more && key === "content") this.mediaType = this.take();
    else if (more && key === "callbacks") this.enterCallback();
    else if (more && key === "parameters") this.enterParameter();
    else this.words.push(partWords[key] ?? key);
  }

  private enterItem(key: string): void {
    if (key === "allOf") this.parts.add(this.words.length);
    this.words.push(`${itemWords[key]}${Number(this.take()) + 1}`);
  }

  private enterOperation(method: string): void {
    const id = member(this.value, "operationId");
    this.parts = new Set();
    this.words = typeof id === "string" && id !== "" ? [id] : this.isNamed ? this.words : [method, ...this.words];
  }

  private enterDefinition(): void {
    this.around = this.words;
    this.parts = new Set();
    this.words = [this.take()];
  }

  private enterCallback(): void {
    this.words.push(this.take());
    this.isNamed = true;
    if (this.at < this.keys.length) this.take();
  }

  private enterParameter(): void {
    const index = this.take();
    const name = member(this.value, "name");
    this.words.push(typeof name === "string" ? name : index);
  }

  private take(): string {
    const key = this.keys[this.at++] ?? "";
    this.value = member(this.value, key);
    return key;
  }
}
