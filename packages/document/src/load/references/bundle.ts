import type { Json, JsonObject, Location } from "../document.js";
import type { Report } from "../findings.js";
import { isObject, setMember } from "../object.js";
import { child, member, referenceToPointer, splitPointer } from "../pointer.js";
import type { Source } from "../source.js";
import { sectionOf } from "../structure/section.js";
import { ComponentNames } from "./names.js";
import type { Resolved } from "./resolve.js";

/** A document in which every reference leads to one of its own components. */
export interface Bundle {
  readonly json: JsonObject;
  locate(pointer: string): Location;
}

/**
 * Puts a document and the files that it refers to together. What a reference leads to becomes a component, unless it is one already; where
 * `components` has no section for it, as for path items and operations, it takes the place of the reference.
 */
export function bundle(root: Source, json: JsonObject, references: readonly Resolved[], report: Report): Bundle {
  const further = references.filter((reference) => !isOwnComponent(reference, root));
  if (further.length === 0) return { json, locate: (pointer) => ({ file: root.file, ...root.locate(pointer) }) };
  const bundler = new Bundler(root, references, report);
  const bundled = bundler.bundle(json);
  return { json: bundled, locate: (pointer) => bundler.locate(pointer) };
}

function isOwnComponent({ source, pointer, use }: Resolved, root: Source): boolean {
  const [components, section, ...name] = splitPointer(pointer);
  return source === root && components === "components" && section === sectionOf(use.shape) && name.length === 1;
}

/** A place in a file. */
interface Origin {
  readonly source: Source;
  readonly pointer: string;
}

/** A component that has its name but is not copied yet. */
interface Pending extends Origin {
  readonly section: string;
  readonly name: string;
  readonly value: Json;
}

class Bundler {
  private readonly root: Source;
  private readonly report: Report;
  private readonly byHolder = new Map<object, Map<string, Resolved>>();
  private readonly names = new Map<string, ComponentNames>();
  private readonly named = new Map<string, string>();
  private readonly pending: Pending[] = [];
  private readonly origins = new Map<string, Origin>();
  private readonly inlining = new Set<string>();

  constructor(root: Source, references: readonly Resolved[], report: Report) {
    this.root = root;
    this.report = report;
    for (const reference of references) {
      const { holder, key } = reference.use;
      const byKey = this.byHolder.get(holder) ?? new Map<string, Resolved>();
      this.byHolder.set(holder, byKey.set(key, reference));
    }
  }

  bundle(json: JsonObject): JsonObject {
    this.origins.set("", { source: this.root, pointer: "" });
    this.claimOwnNames(member(json, "components"));
    const copied = this.copy(json, "") as { [key: string]: Json };
    for (const component of this.pending) this.addComponent(copied, component);
    return copied;
  }

  locate(pointer: string): Location {
    let rest = "";
    let start = pointer;
    for (let origin = this.origins.get(start); ; origin = this.origins.get(start)) {
      if (origin !== undefined) return { file: origin.source.file, ...origin.source.locate(origin.pointer + rest) };
      const slash = start.lastIndexOf("/");
      rest = start.slice(slash) + rest;
      start = start.slice(0, slash);
    }
  }

  /** A component of the document that is nothing but a reference elsewhere gives its name to what it stands for. */
  private claimOwnNames(components: Json | undefined): void {
    if (!isObject(components)) return;
    for (const [section, entries] of Object.entries(components)) {
      if (!isObject(entries)) continue;
      for (const [name, entry] of Object.entries(entries)) this.claim(section, name, entry);
    }
  }

  private claim(section: string, name: string, entry: Json): void {
    const reference = isObject(entry) ? this.byHolder.get(entry)?.get("$ref") : undefined;
    if (reference === undefined || isOwnComponent(reference, this.root) || !isAlone(reference)) return;
    const key = keyOf(section, reference);
    if (!this.named.has(key)) this.named.set(key, name);
  }

  private copy(value: Json, pointer: string): Json {
    if (Array.isArray(value)) return value.map((item: Json, index) => this.copy(item, child(pointer, index)));
    if (!isObject(value)) return value;
    const references = this.byHolder.get(value);
    const reference = references?.get("$ref");
    if (reference !== undefined && this.isInlined(reference, pointer)) return this.inline(reference, pointer);
    const copied: { [key: string]: Json } = {};
    for (const [key, entry] of Object.entries(value)) {
      const known = references?.get(key);
      setMember(copied, key, known === undefined ? this.copy(entry, child(pointer, key)) : this.referTo(known));
    }
    return copied;
  }

  /** Whether what a reference stands for is written in its place: there is no section for it, or it is the component that it names. */
  private isInlined(reference: Resolved, pointer: string): boolean {
    const section = sectionOf(reference.use.shape);
    if (section === undefined) return true;
    const place = splitPointer(pointer);
    return (
      place.length === 3 &&
      place[0] === "components" &&
      place[1] === section &&
      this.named.get(keyOf(section, reference)) === place[2]
    );
  }

  private inline(reference: Resolved, pointer: string): Json {
    const key = keyOf("", reference);
    if (this.inlining.has(key)) {
      const { use } = reference;
      const message = `The reference "${use.ref}" leads back to the object that it stands in.`;
      this.report(
        "reference-circular",
        use.source,
        child(use.pointer, use.key),
        message,
        "Let it lead to something else.",
      );
      return {};
    }
    this.inlining.add(key);
    this.origins.set(pointer, reference);
    const copied = this.copy(reference.value, pointer);
    this.inlining.delete(key);
    return copied;
  }

  private referTo(reference: Resolved): string {
    const { use } = reference;
    if (use.kind === "schema name") return use.ref;
    if (isOwnComponent(reference, this.root)) return referenceToPointer(reference.pointer);
    const section = sectionOf(use.shape) ?? "";
    const name = this.named.get(keyOf(section, reference)) ?? this.addPending(section, reference);
    return referenceToPointer(child(child("/components", section), name));
  }

  private addPending(section: string, { source, pointer, value }: Resolved): string {
    const names = this.names.get(section) ?? new ComponentNames(this.ownNames(section));
    this.names.set(section, names);
    const name = names.choose(source, pointer);
    this.named.set(keyOf(section, { source, pointer }), name);
    this.pending.push({ source, pointer, value, section, name });
    return name;
  }

  private ownNames(section: string): string[] {
    const entries = member(member(this.root.json, "components"), section);
    return isObject(entries) ? Object.keys(entries) : [];
  }

  private addComponent(document: { [key: string]: Json }, { section, name, source, pointer, value }: Pending): void {
    const place = child(child("/components", section), name);
    this.origins.set(place, { source, pointer });
    const components = sub(document, "components");
    setMember(sub(components, section), name, this.copy(value, place));
  }
}

function sub(object: { [key: string]: Json }, key: string): { [key: string]: Json } {
  const known = object[key];
  // These objects were copied by the bundler, which may therefore change them.
  if (isObject(known)) return known as { [key: string]: Json };
  const added: { [key: string]: Json } = {};
  object[key] = added;
  return added;
}

function keyOf(section: string, { source, pointer }: Origin): string {
  return `${section} ${source.path}#${pointer}`;
}

/** In OpenAPI 3.1, keywords beside the `$ref` of a schema have a meaning of their own. */
function isAlone({ use }: Resolved): boolean {
  return Object.keys(use.holder).length === 1;
}
