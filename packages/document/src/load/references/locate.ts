import type { Document, Json } from "../document.js";
import { child, member, splitPointer, valueAt } from "../pointer.js";
import type { Source } from "../source.js";
import { outermostSchema, shapeAt } from "../structure/descend.js";
import { sectionOf } from "../structure/section.js";
import type { Files } from "./files.js";
import { Hints } from "./hint.js";
import {
  type Anchor,
  absolute,
  anchorKey,
  fileUri,
  type Identifiers,
  type Resource,
  readIdentifiers,
  resourceAround,
} from "./identifiers.js";
import { type Refused, refuseAnchor, refuseFile, refuseNetwork, refusePointer } from "./refused.js";
import { decode, readAddress, splitReference } from "./target.js";

/** A place in a file, and what stands there. */
export interface Place {
  readonly source: Source;
  readonly pointer: string;
  readonly value: Json;
}

/** Where a reference leads. */
export interface Found extends Place {
  /** How it gets there, where it does not by the letter: ends the sentence that begins with the reference. */
  readonly remark?: string;
}

/** References that a pointer may lead through. Documents that people write have one or two. */
const mostHops = 20;

interface Hops {
  left: number;
}

/** Finds what references lead to, in the file that they stand in and in others. */
export class Locator {
  private readonly files: Files;
  private readonly dialect: Document["dialect"];
  private readonly identifiers = new Map<Source, Identifiers>();
  private readonly direct = new Map<Source, Map<string, Found>>();
  private readonly hints = new Hints();
  private readonly resources = new Map<string, Resource>();
  private readonly dynamic = new Map<string, Anchor[]>();

  constructor(files: Files, dialect: Document["dialect"]) {
    this.files = files;
    this.dialect = dialect;
  }

  /** Where a reference leads that led there before from the same file; undefined where that has to be found out. */
  known(ref: string, source: Source): Found | undefined {
    return this.direct.get(source)?.get(ref);
  }

  /** @param from - the place of the object that the reference stands in */
  async locate(ref: string, from: Omit<Place, "value">): Promise<Found | Refused> {
    const known = this.known(ref, from.source);
    if (known !== undefined) return known;
    const found = await this.find(ref, from, { left: mostHops });
    // Without an $id, and by the letter, a reference leads to the same place from everywhere in a file.
    if (!("code" in found) && found.remark === undefined && this.identify(from.source).resources.size === 1)
      this.keep(ref, from.source, found);
    return found;
  }

  /** The schemas of all files read so far that dynamic references of a name may lead to. */
  dynamicAnchors(name: string): readonly Anchor[] {
    return this.dynamic.get(name) ?? [];
  }

  private async find(ref: string, from: Omit<Place, "value">, hops: Hops): Promise<Found | Refused> {
    const { address, fragment } = splitReference(ref);
    const base = this.resourceOf(from.source, from.pointer);
    if (address === "") return this.findHere(fragment, from, base, hops);
    const uri = absolute(address, base.uri);
    const embedded = uri === undefined ? undefined : this.resources.get(uri);
    if (embedded !== undefined) return this.findIn(embedded, fragment, hops);
    return this.findInFile(address, fragment, from, base, hops);
  }

  /** In the resource around the reference. Schemas that were written for a file of their own mean themselves by `#`. */
  private async findHere(
    fragment: string,
    { source, pointer }: Omit<Place, "value">,
    base: Resource,
    hops: Hops,
  ): Promise<Found | Refused> {
    const found = await this.findIn(base, fragment, hops);
    const isDocument = base.pointer === "" && fragment === "" && member(source.json, "openapi") !== undefined;
    if (!("code" in found) && !isDocument) return found;
    const outermost = outermostSchema(source.json, pointer);
    for (const start of ["", outermost]) {
      if (start === undefined || start === base.pointer || (isDocument && start === "")) continue;
      const other = await this.findIn({ ...base, pointer: start }, fragment, hops);
      const where = start === "" ? "the start of the file" : "the outermost schema around it";
      if (!("code" in other)) return { ...other, remark: `was read from ${where}, as it leads to no schema otherwise` };
    }
    return found;
  }

  private async findInFile(
    address: string,
    fragment: string,
    from: Omit<Place, "value">,
    base: Resource,
    hops: Hops,
  ): Promise<Found | Refused> {
    const target = readAddress(address, from.source.path);
    if (target.kind === "network") return refuseNetwork(target.host);
    const opened = target.kind === "file" ? await this.files.open(target.path) : "unreadable";
    if (typeof opened === "string") return refuseFile(opened);
    const resource = this.resourceOf(opened, "");
    const found = await this.findIn(resource, fragment, hops);
    const isMeant = base.uri === fileUri(from.source) || isSelf(base) || resource.uri === absolute(address, base.uri);
    if ("code" in found || isMeant) return found;
    return { ...found, remark: `was read from the folder of its file, as nothing here has the $id that it leads to` };
  }

  private async findIn(resource: Resource, fragment: string, hops: Hops): Promise<Found | Refused> {
    const decoded = decode(fragment);
    const text = decoded ?? fragment;
    if (text === "" || text.startsWith("/")) {
      const found = decoded === undefined ? undefined : await this.walk(resource, decoded, hops);
      if (found !== undefined) return found;
      const literal = decoded === fragment ? undefined : await this.walk(resource, fragment, hops);
      if (literal !== undefined)
        return { ...literal, remark: "was read without percent-decoding, as it leads to nothing otherwise" };
      return refusePointer(resource, decoded, this.hints);
    }
    const anchor = this.identify(resource.source).anchors.get(anchorKey(resource.pointer, text));
    if (anchor !== undefined) return anchor;
    const slashed = await this.walk(resource, `/${text}`, hops);
    if (slashed !== undefined) return { ...slashed, remark: "was read with a slash after the #" };
    return refuseAnchor(fragment);
  }

  /** Follows a pointer from the start of a resource, and the references on the way where it leads through any. */
  private async walk(resource: Resource, pointer: string, hops: Hops): Promise<Found | undefined> {
    const root = valueAt(resource.source.json, resource.pointer);
    if (root === undefined) return undefined;
    let place: Found = { source: resource.source, pointer: resource.pointer, value: root };
    let remark: string | undefined;
    for (const key of splitPointer(pointer)) {
      let next = step(place, key);
      while (next === undefined) {
        const hop = await this.hop(place, hops);
        if (hop === undefined) return undefined;
        remark ??= isWrittenOut(place)
          ? hop.remark
          : `leads through the reference "${String(member(place.value, "$ref"))}"`;
        place = hop;
        next = step(place, key);
      }
      place = next;
    }
    return remark === undefined ? place : { ...place, remark };
  }

  private async hop({ source, pointer, value }: Place, hops: Hops): Promise<Found | undefined> {
    const ref = member(value, "$ref");
    if (typeof ref !== "string" || hops.left === 0) return undefined;
    hops.left--;
    const found = await this.find(ref, { source, pointer }, hops);
    return "code" in found ? undefined : found;
  }

  private resourceOf(source: Source, pointer: string): Resource {
    const resource = resourceAround(this.identify(source), pointer);
    return resource ?? { source, pointer: "", uri: fileUri(source) };
  }

  private identify(source: Source): Identifiers {
    const known = this.identifiers.get(source);
    if (known !== undefined) return known;
    const identifiers = readIdentifiers(source, this.dialect);
    this.identifiers.set(source, identifiers);
    for (const resource of identifiers.resources.values()) {
      if (!this.resources.has(resource.uri)) this.resources.set(resource.uri, resource);
    }
    for (const anchor of identifiers.anchors.values()) if (anchor.dynamic) this.addDynamic(anchor);
    return identifiers;
  }

  private keep(ref: string, source: Source, found: Found): void {
    const known = this.direct.get(source) ?? new Map<string, Found>();
    this.direct.set(source, known.set(ref, found));
  }

  private addDynamic(anchor: Anchor): void {
    const known = this.dynamic.get(anchor.name);
    if (known === undefined) this.dynamic.set(anchor.name, [anchor]);
    else known.push(anchor);
  }
}

function step({ source, pointer, value }: Place, key: string): Place | undefined {
  const next = member(value, key);
  return next === undefined ? undefined : { source, pointer: child(pointer, key), value: next };
}

/** Whether what a reference at a place leads to is written in its place, so that pointers lead through it. */
function isWrittenOut({ source, pointer }: Place): boolean {
  const shape = shapeAt(source.json, pointer);
  return shape !== undefined && sectionOf(shape) === undefined;
}

/** Whether a resource is a document that gives itself a URI: files that are said to be beside that are beside it on the disk. */
function isSelf({ source, pointer }: Resource): boolean {
  return pointer === "" && member(source.json, "openapi") !== undefined && member(source.json, "$self") !== undefined;
}
