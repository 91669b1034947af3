import type { JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";
import type { Edits } from "./edits.js";
import type { Faults } from "./faults.js";
import { objectShapes } from "./openapi-shapes.js";
import { inside, type Place } from "./place.js";
import type { ReferenceUse } from "./reference-use.js";
import { type ObjectName, type Shape, schema } from "./shape.js";

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

/** Finds the references of a document and hands them out. */
export class References {
  private readonly report: Report;
  private readonly visitor: Visitor;
  private readonly edits: Edits;
  private readonly faults: Faults;
  private readonly referred = new Map<object, readonly Shape[]>();

  constructor(report: Report, visitor: Visitor, edits: Edits, faults: Faults) {
    this.report = report;
    this.visitor = visitor;
    this.edits = edits;
    this.faults = faults;
  }

  /** Whether an object refers elsewhere. A `$ref` that is no text is dropped. */
  isReference(value: JsonObject, place: Place): boolean {
    const ref = member(value, "$ref");
    if (ref === undefined) return false;
    const { source, pointer, shape } = place;
    if (typeof ref === "string") {
      this.refer({ kind: "uri", source, holder: value, pointer, key: "$ref", ref, shape, place });
      return true;
    }
    this.faults.drop(inside(place, value, "$ref", { kind: "text" }), ref);
    return false;
  }

  /** The references of a schema beside its `$ref`. */
  visitSchema(holder: JsonObject, place: Place): void {
    const { source, pointer } = place;
    this.visitor.onSchema(source, holder, pointer);
    for (const [key, kind] of dynamicReferences) {
      const ref = member(holder, key);
      if (typeof ref === "string")
        this.visitor.onReference({ kind, source, holder, pointer, key, ref, shape: schema, place });
    }
  }

  /** The references of a discriminator. */
  visitDiscriminator(discriminator: JsonObject, place: Place): void {
    const mapping = member(discriminator, "mapping");
    if (isObject(mapping))
      for (const key of Object.keys(mapping))
        this.visitMapped(mapping, key, { ...place, pointer: child(place.pointer, "mapping") });
    this.visitMapped(discriminator, "defaultMapping", place);
  }

  /** @param place - of the holder */
  private visitMapped(holder: JsonObject, key: string, place: Place): void {
    const ref = this.edits.valueAt(holder, key, member(holder, key) ?? null);
    if (typeof ref !== "string") return;
    const { source, pointer } = place;
    const kind = /[/#]|\.(?:ya?ml|json)$/.test(ref) ? "uri" : "schema name";
    const at = inside(place, holder, key, schema);
    this.visitor.onReference({ kind, source, holder, pointer, key, ref, shape: schema, place: at });
  }

  /** An object may be seen twice, even without end: a list that refers to itself. Shapes are few, and the same object each time. */
  private refer(use: ReferenceUse): void {
    const shapes = this.referred.get(use.holder) ?? [];
    if (shapes.includes(use.shape)) return;
    this.referred.set(use.holder, [...shapes, use.shape]);
    this.visitor.onReference(use);
    if (use.shape.kind === "object" && isReferable(use.shape.name)) this.checkSiblings(use);
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
}

/** Whether OpenAPI itself has a Reference object for such an object, which is not for schemas, path items, and what it cannot refer to. */
export function isReferable(name: ObjectName): boolean {
  return name !== "Schema" && objectShapes[name].section !== undefined;
}
