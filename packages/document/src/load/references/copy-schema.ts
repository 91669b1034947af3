import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import { type Shape, schema } from "../structure/shape.js";
import type { Component, ComponentPlan } from "./component-plan.js";
import { type At, type CopySteps, copyMembers } from "./copy-members.js";
import type { Circles } from "./cycles.js";
import { type Lost, lost } from "./loss.js";
import type { ReferenceIndex } from "./reference-index.js";
import type { Resolved } from "./resolve.js";

/** Identifiers of JSON Schema, which mean nothing any more once every reference leads to a component. */
const identifiers = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$dynamicRef", "$recursiveRef"] as const;

const dynamicKeys = ["$dynamicRef", "$recursiveRef"] as const;
const referenceKeys = ["$ref", ...dynamicKeys] as const;

const nothing: ReadonlyMap<string, undefined> = new Map();

/** What copying schemas needs of the copying of everything else. */
export interface ComponentSteps extends CopySteps {
  copyComponent(component: Component, shape: Shape): Json | Lost;
  referTo(component: Component): string;
}

/** Copies schemas. A reference that leads nowhere says nothing; what stands beside it stays. */
export class SchemaCopier {
  private readonly index: ReferenceIndex;
  private readonly plan: ComponentPlan;
  private readonly circles: Circles;
  private readonly copier: ComponentSteps;

  constructor(index: ReferenceIndex, plan: ComponentPlan, circles: Circles, copier: ComponentSteps) {
    this.index = index;
    this.plan = plan;
    this.circles = circles;
    this.copier = copier;
  }

  copy(value: JsonObject, at: At): Json | Lost {
    const component = this.componentFor(value);
    if (component?.at === at.pointer) return this.copier.copyComponent(component, at.shape);
    return this.copyWith(value, at, this.replaced(value, component));
  }

  /** A schema without the variants that lead back to it. */
  copyParent(value: JsonObject, at: At): Json | Lost {
    const replaced = this.replaced(value, this.componentFor(value));
    for (const key of ["oneOf", "anyOf", "discriminator"]) replaced.set(key, undefined);
    const parts = member(value, "allOf");
    if (Array.isArray(parts)) replaced.set("allOf", this.copyParts(parts, at));
    return this.copyWith(value, at, replaced);
  }

  /** The entries of a discriminator's mapping as they have to be; nothing for any other object. */
  mapped(value: JsonObject): ReadonlyMap<string, Json | undefined> {
    if (!this.index.has(value)) return nothing;
    const entries = Object.entries(value).filter(([key]) => this.index.at(value, key, schema) !== undefined);
    return new Map(entries.map(([key, written]) => [key, this.mappedTo(this.targetsOf(value, key), written)]));
  }

  private mappedTo([target]: readonly Resolved[], written: Json): Json | undefined {
    const component = target && this.plan.componentOf("schemas", target);
    if (component === undefined) return undefined;
    return component.isOwn && target?.use.kind === "schema name" ? written : this.copier.referTo(component);
  }

  private copyParts(parts: readonly Json[], at: At): Json[] {
    return parts.map((part, index) => {
      const written = child(child(at.written, "allOf"), index);
      const place = { ...at, written, pointer: child(child(at.pointer, "allOf"), index), depth: at.depth + 2 };
      const isParent = isObject(part) && this.circles.hasVariants(part);
      const copied = isParent ? this.copyParent(part, place) : this.copier.copy(part, place);
      return copied === lost ? {} : copied;
    });
  }

  private copyWith(value: JsonObject, at: At, replaced: ReadonlyMap<string, Json | undefined>): Json | Lost {
    const copied = copyMembers(value, at, this.copier, replaced);
    if (copied === lost || !this.index.has(value)) return copied;
    return dynamicKeys.reduce<JsonObject>((made, key) => this.withDynamic(made, this.targetsOf(value, key)), copied);
  }

  private withDynamic(made: JsonObject, targets: readonly Resolved[]): JsonObject {
    const references = targets.flatMap((target) => {
      const component = this.plan.componentOf("schemas", target);
      return component === undefined ? [] : [{ $ref: this.copier.referTo(component) }];
    });
    const [first] = references;
    if (first === undefined) return made;
    const meant: JsonObject = references.length === 1 ? first : { anyOf: references };
    if (Object.keys(meant).every((key) => !Object.hasOwn(made, key))) return { ...made, ...meant };
    const all = member(made, "allOf");
    return { ...made, allOf: [...(Array.isArray(all) ? all : []), meant] };
  }

  /** The component that the `$ref` of a schema leads to. */
  private componentFor(value: JsonObject): Component | undefined {
    const parent = this.circles.parents.get(value);
    if (parent !== undefined) return this.plan.parentOf(parent);
    const [target] = this.targetsOf(value, "$ref");
    return target === undefined ? undefined : this.plan.componentOf("schemas", target);
  }

  /** Members that are written in another way than they stand there, and those that have to go. */
  private replaced(value: JsonObject, component: Component | undefined): Map<string, Json | undefined> {
    const replaced = new Map<string, Json | undefined>();
    for (const key of identifiers) if (Object.hasOwn(value, key)) replaced.set(key, undefined);
    for (const key of this.meaningless(value)) replaced.set(key, undefined);
    if (typeof member(value, "$ref") === "string")
      replaced.set("$ref", component === undefined ? undefined : this.copier.referTo(component));
    return replaced;
  }

  /** Keywords that would say something wrong if a schema in them that is not known were taken for one that allows everything. */
  private meaningless(value: JsonObject): string[] {
    const alternatives = member(value, "oneOf");
    const isOpen = Array.isArray(alternatives) && alternatives.some((one) => this.isUnknown(one));
    return [
      ...(isOpen ? ["oneOf", "discriminator"] : []),
      ...(this.isUnknown(member(value, "not")) ? ["not"] : []),
      ...(this.isUnknown(member(value, "if")) ? ["if", "then", "else"] : []),
    ];
  }

  private isUnknown(value: Json | undefined): boolean {
    if (!isObject(value) || !this.index.has(value)) return false;
    return referenceKeys.some(
      (key) => this.index.at(value, key, schema) !== undefined && this.targetsOf(value, key).length === 0,
    );
  }

  private targetsOf(value: JsonObject, key: string): readonly Resolved[] {
    const known = this.index.at(value, key, schema);
    if (known === undefined || "lost" in known) return [];
    return known.targets.flatMap((target) => {
      const end = this.plan.endOf(target);
      return "targets" in end ? end.targets : [];
    });
  }
}
