import type { Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child, referenceToPointer, splitPointer } from "../pointer.js";
import { sectionOf } from "../structure/section.js";
import type { Shape } from "../structure/shape.js";
import type { Component, ComponentPlan } from "./component-plan.js";
import { type At, copyItems, copyMembers } from "./copy-members.js";
import { type ComponentSteps, SchemaCopier } from "./copy-schema.js";
import type { Circles } from "./cycles.js";
import type { Place } from "./locate.js";
import { completed, type Lost, lost } from "./loss.js";
import { keyOfPlace } from "./own-components.js";
import type { Known, ReferenceIndex } from "./reference-index.js";
import { nameReference } from "./refused.js";
import type { Resolved } from "./resolve.js";
import { WritingOut } from "./writing-out.js";

/** A place in a file. */
export type Origin = Omit<Place, "value">;

/** What OpenAPI reads beside the `$ref` of a Reference object (OpenAPI 3.1.1, 4.8.23). */
const siblings = new Set(["$ref", "summary", "description"]);

const noReference: ReadonlyMap<string, undefined> = new Map([["$ref", undefined]]);

/** Copies values, and writes references to components in the place of what they lead to. */
export class Copier implements ComponentSteps {
  /** Components that are referred to, in the order in which that happened. */
  readonly needed: Set<Component> = new Set();
  /** Where what stands in the bundled document was written, if not in the object that the one around it was. */
  readonly origins: Map<string, Origin> = new Map();
  /** The components that nothing can be made of, by their places. */
  readonly lostPlaces: Set<string>;
  private readonly index: ReferenceIndex;
  private readonly plan: ComponentPlan;
  private readonly report: Report;
  private readonly out: WritingOut;
  private readonly schemas: SchemaCopier;
  private reason: Extract<Known, { lost: unknown }>["lost"] | undefined;

  constructor(index: ReferenceIndex, plan: ComponentPlan, circles: Circles, report: Report, lostPlaces: Set<string>) {
    this.index = index;
    this.plan = plan;
    this.report = report;
    this.lostPlaces = lostPlaces;
    this.out = new WritingOut(report);
    this.schemas = new SchemaCopier(index, plan, circles, this);
  }

  copy(value: Json, at: At): Json | Lost {
    if (Array.isArray(value)) return copyItems(value, at, this);
    if (!isObject(value) || at.shape.kind === "anything") return value;
    this.out.count();
    const copied = this.copyObject(value, at);
    if (copied === lost) this.noteLoss(at);
    return copied;
  }

  /** Copies a component to its place. */
  copyComponent({ source, pointer, value, at, isParent }: Component, shape: Shape): Json | Lost {
    this.origins.set(at, { source, pointer });
    const place: At = { source, written: pointer, pointer: at, depth: 3, shape };
    return isParent && isObject(value) ? this.schemas.copyParent(value, place) : this.copy(value, place);
  }

  /** The text of a reference to a component. */
  referTo(component: Component): string {
    if (!component.isOwn) this.needed.add(component);
    return referenceToPointer(component.at);
  }

  onMoved({ source, written }: At, pointer: string): void {
    this.origins.set(pointer, { source, pointer: written });
  }

  private copyObject(value: JsonObject, at: At): Json | Lost {
    const component = this.plan.componentOfValue(value, at.shape);
    if (component !== undefined && component.at !== at.pointer) return { $ref: this.referTo(component) };
    if (at.shape.kind === "schema") return this.schemas.copy(value, at);
    const known = this.index.at(value, "$ref", at.shape);
    if (known === undefined) return copyMembers(value, at, this, this.schemas.mapped(value));
    const end = "targets" in known && known.targets[0] !== undefined ? this.plan.endOf(known.targets[0]) : known;
    if ("lost" in end) return this.withoutReference(value, end.lost, at);
    const [target] = end.targets;
    return target === undefined ? lost : this.copyReference(value, target, at);
  }

  private withoutReference(value: JsonObject, reason: NonNullable<Copier["reason"]>, at: At): Json | Lost {
    this.reason = reason;
    const isReferable = sectionOf(at.shape) !== undefined;
    // What stands beside a reference says something only where an object is meant.
    const mayStand = at.shape.kind === "object" || at.shape.kind === "map";
    if (isReferable || !mayStand || Object.keys(value).length === 1) return lost;
    const beside = copyMembers(value, at, this, noReference);
    return beside === lost ? lost : completed(beside, at.shape);
  }

  private copyReference(holder: JsonObject, target: Resolved, at: At): Json | Lost {
    const section = sectionOf(at.shape);
    const component = section === undefined ? undefined : this.plan.componentOf(section, target);
    if (component === undefined) return this.writeOut(holder, target, at);
    if (component.at === at.pointer) return this.copyComponent(component, at.shape);
    if (this.lostPlaces.has(keyOfPlace(component.section, component))) return lost;
    const $ref = this.referTo(component);
    const read = Object.entries(holder).filter(([key]) => siblings.has(key) || key.startsWith("x-"));
    if ($ref === holder.$ref && read.length === Object.keys(holder).length) return holder;
    return Object.fromEntries(read.map(([key, value]) => [key, key === "$ref" ? $ref : value]));
  }

  /** What stands beside the reference is kept, and counts where what it leads to has a member of the same name. */
  private writeOut(holder: JsonObject, target: Resolved, at: At): Json | Lost {
    const { source, pointer } = target;
    this.origins.set(at.pointer, { source, pointer });
    const copied = this.out.write(target, at.depth, () => this.copy(target.value, { ...at, source, written: pointer }));
    if (copied === undefined) return this.withoutReference(holder, { use: target.use, code: "reference-limit" }, at);
    if (!isObject(holder) || Object.keys(holder).length === 1 || copied === lost || !isObject(copied)) return copied;
    const beside = copyMembers(holder, at, this, noReference);
    if (beside === lost) return lost;
    for (const key of Object.keys(beside)) this.noteBeside(key, at, Object.hasOwn(copied, key));
    return { ...copied, ...beside };
  }

  private noteBeside(key: string, { source, written, pointer }: At, isClash: boolean): void {
    const place = child(written, key);
    this.origins.set(child(pointer, key), { source, pointer: place });
    if (!isClash) return;
    const message = `"${key}" stands beside a $ref and in what it leads to; what stands beside the $ref is read.`;
    this.report("reference-siblings", source, place, message, "Remove one of the two.");
  }

  /** Operations are missed by their names, whatever it was in them that led nowhere. */
  private noteLoss({ source, written, pointer, shape }: At): void {
    const [first, second, method] = splitPointer(pointer);
    if (first === "components" && method !== undefined && splitPointer(pointer).length === 3)
      this.lostPlaces.add(keyOfPlace(second ?? "", { source, pointer: written }));
    if (first !== "paths" || shape.kind !== "object" || this.reason === undefined) return;
    const isOperation = shape.name === "Operation";
    if (!isOperation && shape.name !== "Path Item") return;
    const what = isOperation
      ? `The operation ${method?.toUpperCase()} ${second} is`
      : `The operations of ${second} are`;
    const { use, code } = this.reason;
    // The finding about the reference says so already.
    if (use.source === source && use.pointer === written) return;
    const message = `${what} left out, as the reference "${nameReference(use.ref)}" leads to nothing that it can be called with.`;
    this.report(code, source, written, message, "Mend the reference.");
  }
}
