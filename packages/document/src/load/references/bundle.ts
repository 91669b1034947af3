import type { Json, JsonObject, Location } from "../document.js";
import type { Report } from "../findings.js";
import { isObject, setMember } from "../object.js";
import { splitPointer } from "../pointer.js";
import type { Source } from "../source.js";
import { sectionOf, shapeOfSection } from "../structure/section.js";
import { object } from "../structure/shape.js";
import { ComponentPlan } from "./component-plan.js";
import { Copier, type Origin } from "./copy.js";
import type { Circles } from "./cycles.js";
import { lost } from "./loss.js";
import { OwnComponents } from "./own-components.js";
import { ReferenceIndex } from "./reference-index.js";
import type { References, Resolved } from "./resolve.js";

/** A document in which every reference leads to one of its own components. */
export interface Bundle {
  readonly json: JsonObject;
  locate(pointer: string): Location;
}

/**
 * Puts a document and the files that it refers to together. What a reference leads to becomes a component, unless it is one already; where
 * `components` has no section for it, as for path items and operations, it takes the place of the reference. What a reference leads nowhere
 * for is left out, with the smallest part of the document that means nothing without it.
 */
export function bundle(
  root: Source,
  json: JsonObject,
  references: References,
  circles: Circles,
  report: Report,
): Bundle {
  if (isBundled(root, references, circles)) return { json, locate: (pointer) => root.locate(pointer) };
  const bundler = new Bundler(root, json, references, circles, report);
  const bundled = bundler.bundle();
  return { json: bundled, locate: (pointer) => bundler.locate(pointer) };
}

function isBundled(
  root: Source,
  { resolved, unresolved, identified }: References,
  { empty, parents }: Circles,
): boolean {
  if (identified || unresolved.length > 0 || empty.size > 0 || parents.size > 0) return false;
  return resolved.every((reference) => isOwnComponent(reference, root));
}

/** Whether a reference leads to a component of the document by the letter, and that is no reference itself but for schemas. */
function isOwnComponent({ source, pointer, value, use }: Resolved, root: Source): boolean {
  const section = sectionOf(use.shape);
  const entries = `/components/${section}/`;
  const isComponent = source === root && pointer.startsWith(entries) && !pointer.includes("/", entries.length);
  const isFinal = section === "schemas" || !isObject(value) || !Object.hasOwn(value, "$ref");
  return isComponent && isFinal && (use.kind === "schema name" || use.ref.startsWith("#/components/"));
}

class Bundler {
  private readonly root: Source;
  private readonly json: JsonObject;
  private readonly startCopy: (lostPlaces: Set<string>) => Copier;
  private origins: ReadonlyMap<string, Origin> = new Map();

  constructor(root: Source, json: JsonObject, references: References, circles: Circles, report: Report) {
    this.root = root;
    this.json = json;
    const index = new ReferenceIndex(references, circles);
    const own = new OwnComponents(root, json, index);
    const plan = new ComponentPlan(root, own, index, references.resolved, circles);
    this.startCopy = (lostPlaces) => new Copier(index, plan, circles, report, lostPlaces);
  }

  /** Copies the document; once more where a component was lost that was referred to before that was known. */
  bundle(): JsonObject {
    const lostPlaces = new Set<string>();
    for (;;) {
      const known = lostPlaces.size;
      const copied = this.copyAll(this.startCopy(lostPlaces));
      if (lostPlaces.size === known) return copied;
    }
  }

  private copyAll(copier: Copier): JsonObject {
    const at = { source: this.root, written: "", pointer: "", depth: 0, shape: object("Document") };
    const document = copier.copy(this.json, at);
    // A document that lacks what it has to have is not bundled.
    const copied: { [key: string]: Json } = document === lost ? {} : { ...(document as JsonObject) };
    const own = new Set<object>([copied]);
    for (const component of copier.needed) {
      const shape = shapeOfSection(component.section);
      const value = shape === undefined ? lost : copier.copyComponent(component, shape);
      const [, section = "", name = ""] = splitPointer(component.at);
      if (value !== lost) setMember(sub(sub(copied, "components", own), section, own), name, value);
    }
    this.origins = copier.origins.set("", { source: this.root, pointer: "" });
    return copied;
  }

  locate(pointer: string): Location {
    let rest = "";
    let start = pointer;
    for (let origin = this.origins.get(start); ; origin = this.origins.get(start)) {
      if (origin !== undefined) return origin.source.locate(origin.pointer + rest);
      const slash = start.lastIndexOf("/");
      rest = start.slice(slash) + rest;
      start = start.slice(0, slash);
    }
  }
}

/**
 * The member of an object, which is added where there is none.
 *
 * @param own - the objects that nobody else holds, so that they may be changed; others are copied first
 */
function sub(holder: { [key: string]: Json }, key: string, own: Set<object>): { [key: string]: Json } {
  const known = holder[key];
  if (isObject(known) && own.has(known)) return known as { [key: string]: Json };
  const added: { [key: string]: Json } = isObject(known) ? { ...known } : {};
  own.add(added);
  holder[key] = added;
  return added;
}
