import type { Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { member } from "../pointer.js";
import type { Source } from "../source.js";
import type { OpenApiVersion } from "../version.js";
import { missing, unfit } from "./cause.js";
import type { Edits } from "./edits.js";
import { Faults } from "./faults.js";
import { isOpenTo, isRight } from "./fit.js";
import { type Mended, mend } from "./mend.js";
import { isLater, objectShapes } from "./openapi-shapes.js";
import { type Container, inside, insideUnwritten, objectAt, type Place } from "./place.js";
import { isReferable, References, type Visitor } from "./references.js";
import { requiredFields } from "./required.js";
import { settleContent } from "./response-content.js";
import { isNeverEmpty, isNeverList, isNotable } from "./schema-rules.js";
import { securityRequirements } from "./security-shapes.js";
import { anything, list, type ObjectName, type Shape, schema, text } from "./shape.js";
import { keyOfShape } from "./shape-key.js";
import { type Led, Targets } from "./targets.js";
import { UnknownMembers } from "./unknown-members.js";
import { sentence, wordsForPlace } from "./words.js";

/**
 * Holds values against shapes, and settles what becomes of those that do not fit. References are handed out and not followed. OpenAPI knows them
 * in a few places only, but documents that are split into many files have them almost everywhere, and there they can only mean what they lead to.
 */
export class StructureCheck {
  private readonly version: OpenApiVersion;
  private readonly report: Report;
  private readonly edits: Edits;
  private readonly faults: Faults;
  private readonly references: References;
  /** What each container was met as first. */
  private readonly seen = new Map<object, Shape>();
  private readonly copies = new Map<object, Map<string, Container>>();
  private readonly targets = new Targets();
  private readonly unknown: UnknownMembers;

  constructor(version: OpenApiVersion, report: Report, visitor: Visitor, edits: Edits) {
    this.version = version;
    this.report = report;
    this.edits = edits;
    this.faults = new Faults(report, edits);
    this.references = new References(report, visitor, edits, this.faults);
    this.unknown = new UnknownMembers(version, report, edits);
  }

  checkDocument(source: Source): void {
    const shape: Shape = { kind: "object", name: "Document" };
    const holder = this.targets.rootOf(source);
    this.check(source.json, { source, pointer: "", holder, key: "", shape, outer: undefined });
  }

  /** What a reference leads to. Answers what is read there, which may be another thing than what the document has in that place. */
  checkTarget(target: Led & { readonly value: Json }): Json {
    const written = this.targets.placeOf(target);
    const { key, shape } = written;
    const mended = this.edits.valueAt(written.holder, key, target.value);
    const value = isOpenTo(mended, shape) ? mended : target.value;
    const place = { ...written, holder: { [key]: value }, target: written };
    this.check(value, place);
    return this.edits.valueAt(place.holder, key, value);
  }

  /** What references cost whose targets cannot be used. */
  settleReferences(references: readonly Led[]): void {
    this.targets.settle(references, this.faults);
  }

  private check(value: Json, place: Place): void {
    if (isOpenTo(value, place.shape)) this.checkInside(value, place, place.shape);
    else this.mend(value, place);
  }

  private checkInside(value: Json, place: Place, shape: Shape): void {
    switch (shape.kind) {
      case "list":
        this.checkList(value, place, shape);
        return;
      case "map":
        this.checkMap(value, place, shape);
        return;
      case "object":
      case "schema":
        if (isObject(value)) this.checkObject(value, place, objectAt(place) ?? "Schema");
        return;
      case "either":
        this.checkInside(value, place, shape.of.find((option) => isOpenTo(value, option)) ?? shape);
        return;
      case "text":
        // What other members depend on, such as a type, has to be in its place.
        if (isObject(value)) this.references.isReference(value, place);
        return;
      default:
    }
  }

  private mend(value: Json, place: Place): void {
    if (this.mendTuple(value, place)) return;
    const mended = mend(value, place);
    const isNoList = Array.isArray(mended?.value) && objectAt(place.outer) === "Schema" && isNeverList(place.key);
    if (mended === undefined || isNoList) this.faults.refuse(place, unfit(value, place));
    else this.useInstead(value, place, mended);
  }

  private useInstead(value: Json, place: Place, mended: Mended): void {
    this.faults.mended(value, place, mended);
    const { shape } = place;
    const instead = mended.value;
    if (shape.kind === "list" && Array.isArray(instead) && instead.length > 0)
      this.check(value, insideUnwritten(place, instead, 0, shape.of));
    else this.checkInside(instead, place, shape);
  }

  /** A list of schemas, one for each item: `items` until JSON Schema 2019-09, `prefixItems` since 2020-12, and nothing that OpenAPI 3.0 has. */
  private mendTuple(value: Json, place: Place): boolean {
    if (place.key !== "items" || objectAt(place.outer) !== "Schema" || !Array.isArray(value) || value.length === 0)
      return false;
    const renamed = this.version !== "3.0" && !Object.hasOwn(place.holder, "prefixItems");
    const made = renamed ? "it is read as prefixItems" : "items are read as anything";
    const fix = this.version !== "3.0" ? "Write the schemas as prefixItems." : "Write one schema that every item fits.";
    const mended: Mended = { code: "schema-items-list", value: {}, made, fix };
    this.faults.mended(value, place, mended);
    if (!renamed) return true;
    this.edits.rename(place, "prefixItems");
    this.check(value, { ...place, shape: list(schema) });
    return true;
  }

  private checkList(value: Json, place: Place, shape: Shape & { kind: "list" }): void {
    if (!Array.isArray(value)) {
      if (isObject(value)) this.references.isReference(value, place);
      return;
    }
    if (value.length === 0 && isNeverEmpty(place)) {
      this.faults.refuse(place, {
        place,
        words: "is empty",
        fix: "Remove it, or write what is meant.",
        code: "structure-empty",
      });
      return;
    }
    if (!this.enter(value, place)) return;
    value.forEach((item, index) => {
      if (!isRight(item, shape.of)) this.check(item, inside(place, value, index, shape.of));
    });
    // None of several alternatives is another thing than no alternatives, which would ask for nothing.
    const isLost =
      shape === securityRequirements && value.length > 0 && this.edits.countDropped(value) === value.length;
    if (isLost) this.edits.drop(place);
  }

  private checkMap(value: Json, place: Place, shape: Shape & { kind: "map" }): void {
    if (!isObject(value)) return;
    const refers = typeof member(value, "$ref") === "string" && this.references.isReference(value, place);
    if (!this.enter(value, place)) return;
    for (const key of Object.keys(value)) {
      const entry = entryAt(value, key);
      if (refers && key === "$ref") continue;
      if (isRight(entry, shape.of) || (shape.extensible && key.startsWith("x-"))) continue;
      this.check(entry, inside(place, value, key, shape.of));
    }
    settleContent(value, place, this.edits);
  }

  private checkObject(value: JsonObject, place: Place, name: ObjectName): void {
    if (!this.enter(value, place)) return;
    const refers = this.references.isReference(value, place);
    // What stands beside a $ref has a meaning in schemas of OpenAPI 3.1, and where a reference takes the place of nothing but itself.
    if (refers && isReferable(name)) return;
    this.checkFields(value, place, name);
    if (!refers) this.checkRequired(value, place, name);
    if (name === "Server Variable") this.checkValues(value, place);
    if (name === "Schema" && isNotable(value)) this.references.visitSchema(value, place);
    if (name === "Discriminator") this.references.visitDiscriminator(value, place);
  }

  /**
   * Whether a container is met for the first time. What an alias or a reference brings once more is as usable as it was. They may also bring it as
   * another kind of thing: what is mended in one must not change the other.
   */
  private enter(value: Container, place: Place): boolean {
    const first = this.seen.get(value);
    if (first === undefined) this.seen.set(value, place.shape);
    else if (keyOfShape(first) === keyOfShape(place.shape)) this.checkAgain(value, place);
    else this.checkCopy(value, place);
    return first === undefined;
  }

  private checkAgain(value: Container, place: Place): void {
    const cause = this.faults.causeOf(value, place.shape);
    if (cause !== undefined) this.faults.refuse(place, { ...cause, place }, true);
  }

  private checkCopy(value: Container, place: Place): void {
    const kind = keyOfShape(place.shape);
    const copies = this.copies.get(value) ?? new Map<string, Container>();
    const copy = copies.get(kind) ?? structuredClone(value);
    this.copies.set(value, copies.set(kind, copy));
    this.edits.set(place, copy);
    this.checkInside(copy, place, place.shape);
  }

  private checkRequired(value: JsonObject, place: Place, name: ObjectName): void {
    for (const field of requiredFields(value, name, this.edits)) {
      if (member(value, field) !== undefined && !this.edits.isDropped(value, field)) continue;
      this.faults.refuseMissing(value, place, field, missing(place, field));
    }
  }

  private checkFields(value: JsonObject, place: Place, name: ObjectName): void {
    const { fields, entries, open } = objectShapes[name];
    for (const key of Object.keys(value)) {
      const entry = entryAt(value, key);
      const isKnown = Object.hasOwn(fields, key) && !(this.version !== "3.2" && isLater(name, key));
      const shape = isKnown ? fields[key] : key.startsWith("x-") ? undefined : entries;
      if (shape !== undefined) {
        if (!isRight(entry, shape)) this.check(entry, inside(place, value, key, shape));
      } else if (open !== true && !key.startsWith("x-") && key !== "$ref")
        this.checkUnknown(entry, inside(place, value, key, anything), name);
    }
  }

  /** OpenAPI 3.1.1, 4.8.6.1: a list of values must not be empty, for then there would be none. */
  private checkValues(variable: JsonObject, place: Place): void {
    const values = this.edits.valueAt(variable, "enum", member(variable, "enum") ?? null);
    if (!Array.isArray(values) || values.length > this.edits.countDropped(values)) return;
    const { source, pointer } = inside(place, variable, "enum", list(text));
    this.edits.drop({ source, holder: variable, key: "enum" });
    const message = `${sentence(wordsForPlace(pointer))} allows no value; it is ignored.`;
    this.report("structure-invalid", source, pointer, message, "Write the values that are allowed, or remove it.");
  }

  private checkUnknown(entry: Json, place: Place, name: ObjectName): void {
    const meant = this.unknown.settle(entry, place, name);
    if (meant !== undefined) this.check(entry, meant);
  }
}

function entryAt(object: JsonObject, key: string): Json {
  // The key is one of the object's.
  return object[key] as Json;
}
