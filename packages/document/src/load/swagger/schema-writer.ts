import { schemaKeywords } from "../../schema/keywords.js";
import type { Json, JsonObject } from "../document.js";
import { isObject, setMember } from "../object.js";
import { member } from "../pointer.js";
import type { Origins } from "../rewritten/origins.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import type { Discriminators } from "./discriminators.js";
import type { ConversionFindings } from "./findings.js";
import { inside, itemsOf, membersOf, type Node } from "./node.js";

type OwnObject = { [key: string]: Json };

/** What writing one schema needs of the conversion. */
export interface SchemaSteps {
  inner(schema: Node): Json;
  /** A container that was made has a reference to a schema under a key. */
  refer(holder: OwnObject, key: string, ref: string): void;
}

/** Keywords that Swagger 2.0 leaves out of JSON Schema, or does not have yet. */
const later: ReadonlySet<string> = new Set(["oneOf", "anyOf", "not", "nullable", "writeOnly", "deprecated"]);

/** Keywords that say something of values of one type alone. */
const ofType: ReadonlyMap<string, readonly string[]> = new Map([
  ["array", ["items", "minItems", "maxItems", "uniqueItems"]],
  ["object", ["properties", "required", "additionalProperties", "minProperties", "maxProperties"]],
  ["string", ["pattern", "minLength", "maxLength"]],
]);

/** Writes one schema of Swagger 2.0 in the words of OpenAPI 3.0. What needs no other words is shared with the document before. */
export class SchemaWriter {
  private readonly origins: Origins;
  private readonly findings: ConversionFindings;
  private readonly discriminators: Discriminators;

  constructor(origins: Origins, findings: ConversionFindings, discriminators: Discriminators) {
    this.origins = origins;
    this.findings = findings;
    this.discriminators = discriminators;
  }

  write(node: Node<JsonObject>, steps: SchemaSteps): JsonObject {
    const ref = member(node.value, "$ref");
    if (typeof ref === "string") return this.writeReference(node, ref, steps);
    const own: OwnObject = { ...node.value };
    const changes = [this.writeInner(own, node, steps), this.writeWords(own, node, steps)];
    return changes.includes(true) ? own : node.value;
  }

  /** Generators that write `x-nullable` beside a reference mean what it leads to, or null. */
  private writeReference({ value, at }: Node<JsonObject>, ref: string, steps: SchemaSteps): JsonObject {
    const own: OwnObject = { ...value };
    steps.refer(own, "$ref", ref);
    if (value["x-nullable"] !== true) return own;
    const parts = [own];
    this.origins.set(parts, "0", at);
    const outer: OwnObject = { allOf: parts, nullable: true };
    this.origins.set(outer, "allOf", at);
    this.origins.set(outer, "nullable", inside(at, "x-nullable"));
    return outer;
  }

  private writeInner(own: OwnObject, node: Node<JsonObject>, steps: SchemaSteps): boolean {
    let changed = false;
    for (const [key, inner] of membersOf(node)) {
      const holds = schemaKeywords.get(key)?.holds;
      if (holds === undefined) continue;
      const converted = Array.isArray(inner.value)
        ? convertList(inner, steps)
        : holds === "map"
          ? convertMap(inner, steps)
          : steps.inner(inner);
      if (converted === inner.value) continue;
      setMember(own, key, converted);
      changed = true;
    }
    return changed;
  }

  private writeWords(own: OwnObject, { value, at }: Node<JsonObject>, steps: SchemaSteps): boolean {
    const put = (key: string, from: string, written: Json): true => this.put(own, key, written, inside(at, from));
    const isFile = value.type === "file" && put("type", "type", "string");
    if (isFile && value.format === undefined) put("format", "type", "binary");
    const isNullable =
      value["x-nullable"] === true && value.nullable === undefined && put("nullable", "x-nullable", true);
    const isShown =
      value["x-example"] !== undefined &&
      value.example === undefined &&
      put("example", "x-example", value["x-example"]);
    for (const key of Object.keys(value)) if (later.has(key)) this.reportLater({ value, at }, key);
    const changes = [this.writeDiscriminator(own, { value, at }, steps), this.writeTypes(own, { value, at }), isFile];
    return [...changes, isNullable, isShown].includes(true);
  }

  /** JSON Schema allows a list of types, and so does Swagger 2.0. */
  private writeTypes(own: OwnObject, { value, at }: Node<JsonObject>): boolean {
    const { type } = value;
    if (!Array.isArray(type) || type.length === 0) return false;
    const place = inside(at, "type");
    const types = type.filter((one: Json) => one !== "null" && one !== null);
    const [only, ...others] = types;
    delete own.type;
    if (others.length === 0 && only !== undefined) this.put(own, "type", only, place);
    else if (types.length > 0 && value.anyOf === undefined) this.writeAlternatives(own, at, types);
    if (types.length < type.length) this.put(own, "nullable", true, place);
    return true;
  }

  /** Each of several types with the keywords that are about it alone. */
  private writeAlternatives(own: OwnObject, at: WrittenAt, types: readonly Json[]): void {
    const alternatives = types.map((type) => {
      const alternative: OwnObject = {};
      this.put(alternative, "type", type, inside(at, "type"));
      for (const key of ofType.get(String(type)) ?? []) {
        const value = member(own, key);
        if (value !== undefined) this.put(alternative, key, value, inside(at, key));
      }
      return alternative;
    });
    for (const keys of ofType.values()) for (const key of keys) delete own[key];
    this.put(own, "anyOf", alternatives, inside(at, "type"));
  }

  private put(own: OwnObject, key: string, value: Json, at: WrittenAt): true {
    own[key] = value;
    this.origins.set(own, key, at);
    return true;
  }

  private writeDiscriminator(own: OwnObject, { value, at }: Node<JsonObject>, steps: SchemaSteps): boolean {
    const { discriminator } = value;
    const place = inside(at, "discriminator");
    if (typeof discriminator === "string") {
      const mapping = this.discriminators.mappingOf(value);
      const made: OwnObject = { propertyName: discriminator };
      this.origins.set(made, "propertyName", place);
      if (mapping !== undefined) this.writeMapping(made, mapping, steps);
      own.discriminator = made;
      return true;
    }
    if (!isObject(discriminator)) return false;
    this.reportLater({ value, at }, "discriminator");
    const mapping = membersOf({ value: discriminator.mapping ?? null, at: inside(place, "mapping") });
    const made: OwnObject = { ...discriminator };
    if (mapping.length > 0) this.writeMapping(made, mapping, steps);
    own.discriminator = made;
    return true;
  }

  private writeMapping(made: OwnObject, mapping: readonly (readonly [string, Node])[], steps: SchemaSteps): void {
    const values: OwnObject = {};
    for (const [name, { value, at }] of mapping) {
      setMember(values, name, value);
      this.origins.set(values, name, at);
      if (typeof value === "string" && /[#/]/.test(value)) steps.refer(values, name, value);
    }
    const [, first] = mapping[0] ?? [];
    made.mapping = values;
    if (first !== undefined) this.origins.set(made, "mapping", first.at);
  }

  private reportLater({ value, at }: Node<JsonObject>, key: string): void {
    // A property named like a keyword is another thing, and stands below `properties`.
    if (value[key] === undefined) return;
    const message = `"${key}" of a schema is as OpenAPI 3.0 has it, and not Swagger 2.0; it is read as there`;
    this.findings.reportOnce(
      "swagger-mixed",
      inside(at, key),
      message,
      "Declare openapi: 3.0.4 and convert the rest, or remove it.",
    );
  }
}

function convertList(list: Node, steps: SchemaSteps): Json {
  const items = itemsOf(list);
  const converted = items.map((item) => steps.inner(item));
  return converted.every((item, index) => item === items[index]?.value) ? list.value : converted;
}

function convertMap(map: Node, steps: SchemaSteps): Json {
  const converted: OwnObject = {};
  let changed = false;
  for (const [key, inner] of membersOf(map)) {
    const schema = steps.inner(inner);
    changed ||= schema !== inner.value;
    setMember(converted, key, schema);
  }
  return changed ? converted : map.value;
}
