import { isObject } from "../object.js";
import { child, splitLast } from "../pointer.js";
import type { Source } from "../source.js";
import { sectionOf, shapeOfSection } from "../structure/section.js";
import type { Shape } from "../structure/shape.js";
import type { Circles } from "./cycles.js";
import type { Place } from "./locate.js";
import { Names, namePlaces } from "./names.js";
import { keyOfPlace, type OwnComponents } from "./own-components.js";
import type { Known, ReferenceIndex } from "./reference-index.js";
import type { Resolved } from "./resolve.js";

/** Something that references lead to, and where it stands in the bundled document. */
export interface Component extends Place {
  readonly section: string;
  /** JSON pointer in the bundled document. */
  readonly at: string;
  /** The document has it as a component itself, or as one that is nothing but a reference to it. */
  readonly isOwn: boolean;
  /** It is copied without the variants that lead back to it. */
  readonly isParent: boolean;
}

/** Which component each reference leads to, once every one leads to a component of the document. */
export class ComponentPlan {
  private readonly own: OwnComponents;
  private readonly index: ReferenceIndex;
  private readonly byPlace = new Map<string, Component>();
  private readonly byValue = new Map<object, Map<string, Component>>();
  private readonly parents = new Map<string, Component>();

  constructor(
    root: Source,
    own: OwnComponents,
    index: ReferenceIndex,
    resolved: readonly Resolved[],
    circles: Circles,
  ) {
    this.own = own;
    this.index = index;
    for (const section of own.sections()) this.claim(section);
    this.addOthers(root, resolved);
    this.addParents(circles);
  }

  /** What a reference stands for in the end. */
  endOf(reference: Resolved): Known {
    const section = sectionOf(reference.use.shape);
    // A schema that is only a reference to another keeps its name; of other things, the names mean nothing.
    const keepsName = section === "schemas";
    return this.index.endOf(reference, (place) => keepsName && this.own.nameOf(section, place) !== undefined);
  }

  componentOf(section: string, place: Place): Component | undefined {
    const name = this.own.nameOf(section, place);
    if (name === undefined) return this.byPlace.get(keyOfPlace(section, place));
    return { ...place, section, at: pointerOf(section, name), isOwn: true, isParent: false };
  }

  /** The component that a value is copied to, wherever else it stands. */
  componentOfValue(value: object, shape: Shape): Component | undefined {
    const section = sectionOf(shape);
    return section === undefined ? undefined : this.byValue.get(value)?.get(section);
  }

  /** What the variants of a schema have in common. */
  parentOf(place: Place): Component | undefined {
    return this.parents.get(keyOfPlace("schemas", place));
  }

  /** A component of the document that is nothing but a reference to something without a name gives it its own. */
  private claim(section: string): void {
    for (const [name, { value }] of this.own.in(section)) {
      if (!isObject(value) || Object.keys(value).length !== 1) continue;
      const shape = shapeOfSection(section);
      const known = shape && this.index.at(value, "$ref", shape);
      const [target] = known !== undefined && "targets" in known ? known.targets : [];
      if (target === undefined) continue;
      const end = this.endOf(target);
      const [place] = "targets" in end ? end.targets : [];
      if (place === undefined || this.own.nameOf(section, place) !== undefined) continue;
      if (!this.byPlace.has(keyOfPlace(section, place))) this.add(section, name, place, true);
    }
  }

  private addOthers(root: Source, resolved: readonly Resolved[]): void {
    const bySection = new Map<string, Map<string, Place>>();
    for (const reference of resolved) {
      const section = sectionOf(reference.use.shape);
      const end = section === undefined ? undefined : this.endOf(reference);
      const [place] = end !== undefined && "targets" in end ? end.targets : [];
      if (section === undefined || place === undefined || this.componentOf(section, place) !== undefined) continue;
      const places = bySection.get(section) ?? new Map<string, Place>();
      bySection.set(section, places.set(keyOfPlace(section, place), place));
    }
    for (const [section, places] of bySection) {
      const names = namePlaces([...places.values()], root, this.own.in(section).keys());
      for (const [place, name] of names) this.add(section, name, place, false);
    }
  }

  private addParents({ parents }: Circles): void {
    if (parents.size === 0) return;
    const taken = [...this.own.in("schemas").keys(), ...[...this.byPlace.values()].map(({ at }) => nameIn(at))];
    const names = new Names(taken);
    for (const place of parents.values()) {
      const key = keyOfPlace("schemas", place);
      if (this.parents.has(key)) continue;
      const whole = this.componentOf("schemas", place)?.at;
      const name = names.choose([`${whole === undefined ? "Parent" : nameIn(whole)}Base`]);
      this.parents.set(key, {
        ...place,
        section: "schemas",
        at: pointerOf("schemas", name),
        isOwn: false,
        isParent: true,
      });
    }
  }

  private add(section: string, name: string, place: Place, isOwn: boolean): void {
    const { source, pointer, value } = place;
    const component = { source, pointer, value, section, at: pointerOf(section, name), isOwn, isParent: false };
    this.byPlace.set(keyOfPlace(section, place), component);
    if (value === null || typeof value !== "object") return;
    const bySection = this.byValue.get(value) ?? new Map<string, Component>();
    this.byValue.set(value, bySection.set(section, component));
  }
}

function pointerOf(section: string, name: string): string {
  return child(child("/components", section), name);
}

function nameIn(pointer: string): string {
  return splitLast(pointer)?.key ?? "";
}
