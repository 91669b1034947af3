import type { Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { type Cause, unfit } from "./cause.js";
import type { Edits } from "./edits.js";
import { type Mended, standIn } from "./mend.js";
import { describePart } from "./part-words.js";
import { type Container, objectAt, type Place, writtenAt } from "./place.js";
import { policyOf } from "./policy.js";
import { fillOf } from "./required.js";
import { ignoredKeyword } from "./schema-rules.js";
import type { ObjectName, Shape } from "./shape.js";
import { keyOfShape } from "./shape-key.js";
import { sentence, wordsForInner, wordsForPlace } from "./words.js";

/** What becomes of a document where its values are not what OpenAPI asks for: says it, and notes the edits. */
export class Faults {
  private readonly report: Report;
  private readonly edits: Edits;
  private readonly unusable = new Map<Container, Map<string, Cause>>();
  /** The same by what stands at the places, which aliases and references may bring to others. */
  private readonly unusableValues = new Map<Json, Map<string, Cause>>();

  constructor(report: Report, edits: Edits) {
    this.report = report;
    this.edits = edits;
  }

  /** Why nothing can be made of what stands at a place, as what is meant there; undefined where something can. */
  causeAt(place: Place): Cause | undefined {
    return this.unusable.get(place.holder)?.get(keyOf(place));
  }

  /** The same for a value, wherever it stands. */
  causeOf(value: Container, shape: Shape): Cause | undefined {
    return this.unusableValues.get(value)?.get(keyOfShape(shape));
  }

  get any(): boolean {
    return this.unusable.size > 0;
  }

  /** A value is read as what it can only mean. */
  mended(value: Json, place: Place, { code, value: instead, made, fix }: Mended): void {
    this.edits.set(place, instead);
    const { words } = unfit(value, place);
    this.report(code, place.source, place.pointer, `${subjectOf(place)} ${words}; ${made}.`, fix);
  }

  /**
   * Nothing can be made of a value: settles what that costs.
   *
   * @param repeated - it is said already, of the same value in another place
   * @returns the places that cannot be used therefore, and could be before
   */
  refuse(place: Place, cause: Cause, repeated = false): readonly Place[] {
    const lost: Place[] = [];
    for (let at: Place | undefined = place; at !== undefined; at = at.outer) {
      if (this.causeAt(at) === undefined) lost.push(at.target ?? at);
      this.note(at, cause);
      const policy = policyOf(at, this.edits);
      if (policy === "outer") continue;
      if (policy === "left out") this.leaveOut(at, cause);
      if (policy === "filled") this.fill(at, cause);
      if (policy === "replaced") this.replace(at);
      if (policy === "dropped" && !repeated) this.ignore(at, cause);
      if (policy === "dropped") this.edits.drop(at);
      break;
    }
    return lost;
  }

  /** A value is ignored, whatever stands around it. */
  drop(place: Place, value: Json): void {
    this.edits.drop(place);
    this.ignore(place, unfit(value, place));
  }

  /** A member that has to be there and is not. */
  refuseMissing(value: JsonObject, place: Place, field: string, cause: Cause): void {
    const name = objectAt(place);
    const filled = name === undefined ? undefined : fillOf(value, name, field, this.edits);
    if (filled === undefined || name === undefined) {
      this.refuse(place, cause);
      return;
    }
    this.edits.set({ source: place.source, holder: value, key: field }, filled);
    this.requireVariable(place.source, value, name);
    if (name === "Request Body") return;
    const message = `${describeObject(place)} ${cause.words}; ${made(name, field, filled)}.`;
    this.report(codeOfFill(name), place.source, place.pointer, message, cause.fix);
  }

  private note(place: Place, cause: Cause): void {
    if (place.target !== undefined) this.note(place.target, cause);
    const known = this.unusable.get(place.holder) ?? new Map<string, Cause>();
    this.unusable.set(place.holder, known.set(keyOf(place), cause));
    const value = this.edits.valueAt(place.holder, place.key, writtenAt(place));
    const causes = this.unusableValues.get(value) ?? new Map<string, Cause>();
    this.unusableValues.set(value, causes.set(keyOfShape(place.shape), cause));
  }

  private leaveOut(place: Place, cause: Cause): void {
    this.edits.drop(place);
    const { code, words } = describePart(place);
    const reason = `${wordsForInner(place.pointer, cause.place.pointer)} ${cause.words}`;
    this.report(code, cause.place.source, cause.place.pointer, `${words} is left out: ${reason}.`, cause.fix);
  }

  private fill(place: Place, cause: Cause): void {
    const { outer, holder, key, source, pointer } = place;
    const name = objectAt(outer);
    if (name === undefined || !isObject(holder)) return;
    const filled = fillOf(holder, name, String(key), this.edits) ?? null;
    this.edits.set(place, filled);
    this.requireVariable(source, holder, name);
    if (name === "Request Body") return;
    const message = `${subjectOf(place)} ${cause.words}; ${made(name, String(key), filled)}.`;
    this.report(codeOfFill(name), source, pointer, message, cause.fix);
  }

  /** The default that stands in for one that is not stated is none that a caller could rely on. */
  private requireVariable(source: Place["source"], holder: Container, name: ObjectName): void {
    if (name === "Server Variable") this.edits.set({ source, holder, key: "x-required" }, true);
  }

  private replace(place: Place): void {
    const instead = standIn(writtenAt(place), place);
    if (instead !== undefined) this.mended(writtenAt(place), place, instead);
  }

  private ignore(place: Place, cause: Cause): void {
    const isKeyword = objectAt(place.outer) === "Schema";
    const { code, fix } = isKeyword ? ignoredKeyword(place, writtenAt(place), cause.fix) : cause;
    const { source, pointer } = cause.place;
    this.report(code, source, pointer, `${dropWords(place, cause)}.`, fix);
    // Without a type, OpenAPI 3.0 gives nullable no meaning.
    if (isKeyword && place.key === "type" && isObject(place.holder) && Object.hasOwn(place.holder, "nullable"))
      this.edits.drop({ ...place, key: "nullable" });
  }
}

function keyOf({ key, shape }: Place): string {
  return `${key} ${keyOfShape(shape)}`;
}

function dropWords(place: Place, cause: Cause): string {
  const nothing = writtenAt(place) === null;
  const made = nothing ? "is read as if it were not there" : "is ignored";
  if (cause.place !== place)
    return `${subjectOf(place)} ${made}: ${wordsForInner(place.pointer, cause.place.pointer)} ${cause.words}`;
  const subject = cause.code === "structure-member-missing" ? describeObject(place) : subjectOf(place);
  return `${subject} ${cause.words}; it ${made}`;
}

function subjectOf({ pointer }: Place): string {
  return sentence(wordsForPlace(pointer));
}

function describeObject(place: Place): string {
  const which = place.pointer === "" ? "" : ` ${wordsForPlace(place.pointer)}`;
  return `The ${objectAt(place)} object${which}`;
}

function codeOfFill(name: ObjectName): "info-incomplete" | "structure-member-missing" {
  return name === "Document" || name === "Info" ? "info-incomplete" : "structure-member-missing";
}

function made(name: ObjectName, field: string, filled: Json): string {
  if (name === "Document" && isObject(filled)) {
    return `the API is called "${filled.title}", and its version ${filled.version}`;
  }
  if (name === "Server Variable") return "callers have to give a value";
  if (isObject(filled) || filled === "") return `the package has no ${field} to show`;
  return `it is read as "${filled}"`;
}
