import { nearest } from "../../nearest.js";
import type { Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";
import { objectShapes } from "./openapi-shapes.js";
import { type ObjectName, type Shape, schema } from "./shape.js";
import { sentence, wordsForPlace, wordsForShape, wordsForValue } from "./words.js";

/** A text that stands for something of a known shape in another place. */
export interface ReferenceUse {
  /**
   * `$ref` holds a URI; a discriminator's mapping may also hold just the name of a component of the document. A dynamic reference of JSON
   * Schema depends on the schemas that led to it.
   */
  readonly kind: "uri" | "schema name" | "dynamic" | "recursive";
  readonly source: Source;
  /** The object that has the reference as a member, its pointer, and the member's key. */
  readonly holder: JsonObject;
  readonly pointer: string;
  readonly key: string;
  readonly ref: string;
  readonly shape: Shape;
}

/** JSON Schema 2020-12, 8.2.3.2, and 2019-09, 8.2.4.2.1. */
const dynamicReferences = [
  ["$dynamicRef", "dynamic"],
  ["$recursiveRef", "recursive"],
] as const;

/** Told of what a check comes by. */
export interface Visitor {
  onReference(use: ReferenceUse): void;
  onSchema(source: Source, schema: JsonObject, pointer: string): void;
}

/**
 * Holds values against shapes. References are handed out and not followed. OpenAPI knows them in a few places only, but documents that are
 * split into many files have them almost everywhere, and there they can only mean what they lead to.
 */
export class StructureCheck {
  private readonly report: Report;
  private readonly visitor: Visitor;
  private readonly referred = new WeakMap<object, Set<Shape>>();
  private readonly seen = new Map<ObjectName, WeakSet<object>>();

  constructor(report: Report, visitor: Visitor) {
    this.report = report;
    this.visitor = visitor;
  }

  check(source: Source, value: Json, pointer: string, shape: Shape): void {
    switch (shape.kind) {
      case "anything":
        return;
      case "list":
        this.checkList(source, value, pointer, shape);
        return;
      case "map":
        this.checkMap(source, value, pointer, shape);
        return;
      case "object":
        this.checkObject(source, value, pointer, shape, shape.name);
        return;
      case "schema":
        if (typeof value !== "boolean") this.checkObject(source, value, pointer, shape, "Schema");
        return;
      case "either":
        this.checkEither(source, value, pointer, shape);
        return;
      default:
        // What other members depend on, such as a type, has to be in its place.
        if (shape.kind === "text" && this.isReference(source, value, pointer, shape)) return;
        if (!isScalarOf(value, shape)) this.mismatch(source, value, pointer, shape);
    }
  }

  private checkList(source: Source, value: Json, pointer: string, shape: Shape & { kind: "list" }): void {
    if (this.isReference(source, value, pointer, shape)) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.check(source, item, child(pointer, index), shape.of);
    } else this.mismatch(source, value, pointer, shape);
  }

  private checkMap(source: Source, value: Json, pointer: string, shape: Shape & { kind: "map" }): void {
    if (isObject(value)) this.checkEntries(source, value, pointer, shape);
    else this.mismatch(source, value, pointer, shape);
  }

  private checkEntries(source: Source, value: JsonObject, pointer: string, shape: Shape & { kind: "map" }): void {
    const refers = this.isReference(source, value, pointer, shape);
    for (const [key, entry] of Object.entries(value)) {
      if (refers && key === "$ref") continue;
      if (!shape.extensible || !key.startsWith("x-")) this.check(source, entry, child(pointer, key), shape.of);
    }
  }

  private checkEither(source: Source, value: Json, pointer: string, shape: Shape & { kind: "either" }): void {
    const fitting = shape.of.find((option) => isOpenTo(value, option));
    if (fitting === undefined) this.mismatch(source, value, pointer, shape);
    else this.check(source, value, pointer, fitting);
  }

  private checkObject(source: Source, value: Json, pointer: string, shape: Shape, name: ObjectName): void {
    if (!isObject(value)) {
      this.mismatch(source, value, pointer, shape);
      return;
    }
    if (!this.isFirstVisit(value, name)) return;
    const refers = this.isReference(source, value, pointer, shape);
    // What stands beside a $ref has a meaning in schemas of OpenAPI 3.1, and where a reference takes the place of nothing but itself.
    if (refers && isReferable(name)) return;
    if (!refers) this.checkRequired(source, value, pointer, name);
    this.checkFields(source, value, pointer, name);
    if (name === "Schema") this.checkSchema(source, value, pointer);
    if (name === "Discriminator") this.referMapping(source, value, pointer);
  }

  private checkSchema(source: Source, holder: JsonObject, pointer: string): void {
    this.visitor.onSchema(source, holder, pointer);
    for (const [key, kind] of dynamicReferences) {
      const ref = member(holder, key);
      if (typeof ref === "string") this.visitor.onReference({ kind, source, holder, pointer, key, ref, shape: schema });
    }
  }

  private referMapping(source: Source, discriminator: JsonObject, pointer: string): void {
    const holder = member(discriminator, "mapping");
    if (!isObject(holder)) return;
    for (const [key, ref] of Object.entries(holder)) {
      if (typeof ref !== "string") continue;
      const kind = /[/#]|\.(?:ya?ml|json)$/.test(ref) ? "uri" : "schema name";
      this.visitor.onReference({ kind, source, holder, pointer: child(pointer, "mapping"), key, ref, shape: schema });
    }
  }

  /** OpenAPI 3.1.1, 4.8.23: only these two may stand beside the `$ref` of a Reference object. */
  private checkSiblings({ source, holder, pointer }: ReferenceUse): void {
    for (const key of Object.keys(holder)) {
      if (["$ref", "summary", "description"].includes(key) || key.startsWith("x-")) continue;
      const message = `OpenAPI ignores "${key}" beside a $ref, and so does the package.`;
      this.report(
        "reference-siblings",
        source,
        child(pointer, key),
        message,
        "Move it to what the $ref leads to, or remove it.",
      );
    }
  }

  private isFirstVisit(value: object, name: ObjectName): boolean {
    const seen = this.seen.get(name) ?? new WeakSet();
    this.seen.set(name, seen);
    if (seen.has(value)) return false;
    seen.add(value);
    return true;
  }

  private isReference(source: Source, value: Json, pointer: string, shape: Shape): boolean {
    if (!isObject(value)) return false;
    const ref = member(value, "$ref");
    if (typeof ref === "string") {
      this.refer({ kind: "uri", source, holder: value, pointer, key: "$ref", ref, shape });
      return true;
    }
    // A map may have an entry of this name; elsewhere it can only be a reference.
    if (ref === undefined || (shape.kind === "map" && isObject(ref))) return false;
    this.mismatch(source, ref, child(pointer, "$ref"), { kind: "text" });
    return true;
  }

  /** An object may be seen twice, even without end: a list that refers to itself. Shapes are few, and the same object each time. */
  private refer(use: ReferenceUse): void {
    const shapes = this.referred.get(use.holder) ?? new Set();
    if (shapes.has(use.shape)) return;
    this.referred.set(use.holder, shapes.add(use.shape));
    this.visitor.onReference(use);
    if (use.shape.kind === "object" && isReferable(use.shape.name)) this.checkSiblings(use);
  }

  private checkRequired(source: Source, value: JsonObject, pointer: string, name: ObjectName): void {
    for (const field of requiredFields(value, name)) {
      if (member(value, field) !== undefined) continue;
      const which = pointer === "" ? "" : ` ${wordsForPlace(pointer)}`;
      const message = `The ${name} object${which} has no "${field}".`;
      this.report("structure-member-missing", source, pointer, message, `Add "${field}" to it.`);
    }
  }

  private checkFields(source: Source, value: JsonObject, pointer: string, name: ObjectName): void {
    const { fields, entries, open } = objectShapes[name];
    for (const [key, entry] of Object.entries(value)) {
      const shape = Object.hasOwn(fields, key) ? fields[key] : key.startsWith("x-") ? undefined : entries;
      if (shape !== undefined) this.check(source, entry, child(pointer, key), shape);
      else if (open !== true && !key.startsWith("x-") && key !== "$ref")
        this.unknownField(source, key, child(pointer, key), name);
    }
  }

  private unknownField(source: Source, key: string, pointer: string, name: ObjectName): void {
    const known = Object.keys(objectShapes[name].fields);
    const meant = nearest(key, known);
    const fix =
      meant === undefined
        ? "Remove it, or begin its name with x-."
        : `Write "${meant}" if that was meant, or remove it.`;
    const message = `"${key}" is no member of the ${name} object; nothing is done with it.`;
    this.report("structure-member-unknown", source, pointer, message, fix);
  }

  private mismatch(source: Source, value: Json, pointer: string, shape: Shape): void {
    const expected = wordsForShape(shape);
    const message = `${sentence(wordsForPlace(pointer))} has to be ${expected}, but is ${wordsForValue(value)}.`;
    this.report("structure-invalid", source, pointer, message, fixFor(value, shape, expected));
  }
}

/** Whether OpenAPI itself has a Reference object for such an object, which is not for schemas, path items, and what it cannot refer to. */
function isReferable(name: ObjectName): boolean {
  return name !== "Schema" && objectShapes[name].section !== undefined;
}

function requiredFields(value: JsonObject, name: ObjectName): readonly string[] {
  const { required = [], requiredBy } = objectShapes[name];
  const decisive = requiredBy && member(value, requiredBy.field);
  if (requiredBy === undefined || typeof decisive !== "string" || !Object.hasOwn(requiredBy.values, decisive))
    return required;
  return [...required, ...(requiredBy.values[decisive] ?? [])];
}

function fixFor(value: Json, shape: Shape, expected: string): string {
  if (shape.kind === "text" && (typeof value === "number" || typeof value === "boolean")) return "Put it in quotes.";
  if (value === null) return `Write ${expected}, or remove the key.`;
  return `Write ${expected} here.`;
}

function isScalarOf(value: Json, shape: Shape): boolean {
  switch (shape.kind) {
    case "text":
      return typeof value === "string";
    case "flag":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "choice":
      return typeof value === "string" && shape.values.includes(value);
    default:
      return false;
  }
}

/** Whether a value is of the right kind at first sight; what is inside is checked afterwards. */
function isOpenTo(value: Json, shape: Shape): boolean {
  return shape.kind === "list" ? Array.isArray(value) : isScalarOf(value, shape);
}
