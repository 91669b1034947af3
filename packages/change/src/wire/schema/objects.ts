import { child, isObject } from "@facsimile/document";
import { isClosed } from "../../sets/include-objects.js";
import { type Properties, propertiesOf } from "../../sets/objects.js";
import { code } from "../words.js";
import { compareDefaults } from "./annotations.js";
import { compareCount } from "./limits.js";
import { compareNames } from "./names.js";
import { type BranchPair, type Pair, type Places, placesOf } from "./pair.js";

export function compareObjects(pair: Pair, branches: BranchPair): void {
  compareCount(pair, branches, "minProperties");
  compareCount(pair, branches, "maxProperties");
  const old = propertiesOf(pair.old, branches.old);
  const next = propertiesOf(pair.new, branches.new);
  const names = new Set([...next.declared, ...next.required.keys(), ...old.declared, ...old.required.keys()]);
  for (const name of names) new PropertyPair(pair, branches, old, next, name).compare();
  compareOthers(pair, branches, old, next);
  comparePatterns(pair, branches, old, next);
  compareNames(pair, branches);
}

class PropertyPair {
  private readonly pair: Pair;
  private readonly branches: BranchPair;
  private readonly old: Properties;
  private readonly next: Properties;
  private readonly name: string;

  constructor(pair: Pair, branches: BranchPair, old: Properties, next: Properties, name: string) {
    this.pair = pair;
    this.branches = branches;
    this.old = old;
    this.next = next;
    this.name = name;
  }

  compare(): void {
    const [was, is] = [isNamed(this.old, this.name), isNamed(this.next, this.name)];
    if (was || is) this.compareDefault();
    if (!was && !is) this.compareRequired();
    else if (!was && !this.old.required.has(this.name)) this.reportAdded();
    else if (!is && !this.next.required.has(this.name)) this.reportRemoved();
    else this.compareKnown();
  }

  private compareKnown(): void {
    this.compareRequired();
    this.pair.below(this.old.of(this.name), this.next.of(this.name));
  }

  private compareRequired(): void {
    const [was, is] = [this.old.required.has(this.name), this.next.required.has(this.name)];
    if (was === is) return;
    if (is) this.pair.report("property-became-required", this.requiredPlaces(), `${this.words()} is required now`);
    else this.pair.report("property-became-optional", this.requiredPlaces(), `${this.words()} may be missing now`);
  }

  /** A schema for undeclared properties was that of this one. */
  private reportAdded(): void {
    const [{ pair, name }, isRequired] = [this, this.next.required.has(this.name)];
    if (kindOf(this.old) === "schema") {
      this.compareKnown();
    } else if (isRequired && pair.direction === "request") {
      pair.report("required-property-added", this.places(), `${this.words()} is new and required`);
    } else if (this.old.of(name).some(({ value }) => value === false)) {
      pair.report(
        "property-added-to-closed",
        this.places(),
        `${this.words()} is new, where no other properties were allowed`,
      );
    } else pair.report("property-added", this.places(), `${this.words()} is new`);
  }

  private reportRemoved(): void {
    const [{ pair, name }, wasRequired] = [this, this.old.required.has(this.name)];
    if (kindOf(this.next) === "schema") {
      this.compareKnown();
    } else if (wasRequired && pair.direction === "response") {
      pair.report(
        "required-property-removed",
        this.places(),
        `${this.words()} is no longer declared, and was required`,
      );
    } else if (this.next.of(name).some(({ value }) => value === false)) {
      pair.report(
        "property-removed-from-closed",
        this.places(),
        `${this.words()} is gone, and no other properties are allowed`,
      );
    } else pair.report("property-removed", this.places(), `${this.words()} is no longer declared`);
  }

  /** A default counts where callers may leave the property out. */
  private compareDefault(): void {
    if (this.next.required.has(this.name) || !isNamed(this.old, this.name) || !isNamed(this.next, this.name)) return;
    const [old, next] = [this.old.of(this.name), this.next.of(this.name)];
    const { pair } = this;
    compareDefaults(
      pair,
      this.words(),
      pair.old.parts(pair.old.referred(old)),
      pair.new.parts(pair.new.referred(next)),
    );
  }

  /** The property by the schema that declares it, which may be one of several parts. */
  private words(): string {
    const [old, next] = [this.declaring(this.old, this.branches.old), this.declaring(this.next, this.branches.new)];
    const { pair } = this;
    const owner =
      next !== undefined ? pair.nameOf("new", next) : old !== undefined ? pair.nameOf("old", old) : pair.subject;
    return `${code(this.name)} of ${owner}`;
  }

  /** The part of a schema that declares the property. */
  private declaring({ declared }: Properties, { parts }: BranchPair["old"]): string | undefined {
    if (!declared.has(this.name)) return undefined;
    return parts.find(({ keywords: { properties } }) => isObject(properties) && Object.hasOwn(properties, this.name))
      ?.pointer;
  }

  /** Where the property is declared, or else would be. */
  private places(): Places {
    const { old, new: next } = this.branches;
    const [was, is] = [this.declaring(this.old, old), this.declaring(this.next, next)];
    const at = (owner: string | undefined): string | undefined =>
      owner === undefined ? undefined : child(child(owner, "properties"), this.name);
    return { old: at(was) ?? samePart(old, is), new: at(is) ?? samePart(next, was) };
  }

  private requiredPlaces(): Places {
    const places = this.places();
    return {
      old: this.old.required.get(this.name) ?? places.old,
      new: this.next.required.get(this.name) ?? places.new,
    };
  }
}

/** The part at the place that a schema has in the other edition, else the schema as a whole. */
function samePart({ parts }: BranchPair["old"], pointer: string | undefined): string | undefined {
  return (parts.find((part) => part.pointer === pointer) ?? parts[0])?.pointer;
}

function isNamed({ declared, isAbsent }: Properties, name: string): boolean {
  return declared.has(name) && !isAbsent(name);
}

function compareOthers(pair: Pair, branches: BranchPair, old: Properties, next: Properties): void {
  const places = placesOf(branches, "additionalProperties");
  const [was, is] = [kindOf(old), kindOf(next)];
  const { subject } = pair;
  if (was === "schema" && is === "schema") pair.below(old.others, next.others);
  if (was === is) return;
  if (is === "closed")
    pair.report(
      "additional-properties-refused",
      places,
      `${subject} allows no other properties now than those that it declares`,
    );
  else if (was === "closed")
    pair.report(
      "additional-properties-allowed",
      places,
      `${subject} allows other properties now than those that it declares`,
    );
  else if (is === "schema")
    pair.report(
      "additional-properties-narrowed",
      places,
      `properties that ${subject} does not declare have to fit a schema now`,
    );
  else
    pair.report(
      "additional-properties-widened",
      places,
      `properties that ${subject} does not declare may be anything now`,
    );
}

function kindOf(properties: Properties): "open" | "closed" | "schema" {
  if (isClosed(properties)) return "closed";
  return properties.others.length === 0 ? "open" : "schema";
}

function comparePatterns(pair: Pair, branches: BranchPair, old: Properties, next: Properties): void {
  for (const pattern of new Set([...old.patterns.keys(), ...next.patterns.keys()])) {
    const [was, is] = [old.patterns.get(pattern), next.patterns.get(pattern)];
    if (was !== undefined && is !== undefined) pair.below(was, is);
    else if (was === undefined) reportPattern(pair, branches, pattern, isClosed(old) ? "widened" : "narrowed");
    else reportPattern(pair, branches, pattern, isClosed(next) ? "narrowed" : "widened");
  }
}

function reportPattern(pair: Pair, branches: BranchPair, pattern: string, effect: "narrowed" | "widened"): void {
  const words = `what holds for properties of ${pair.subject} that match ${code(pattern)} is another thing now`;
  pair.report(`pattern-properties-${effect}`, placesOf(branches, "patternProperties"), words);
}
