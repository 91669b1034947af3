import { isObject, type Json, type SchemaNode, type SchemaUse } from "@facsimile/document";
import { accepts, branchAccepts } from "./accepts.js";
import type { Branch, Shape, ShapeReader } from "./branch.js";
import { areDisjoint } from "./disjoint.js";
import { leansOnOthers } from "./evaluated.js";
import { includesArrays } from "./include-arrays.js";
import { holdsCondition } from "./include-conditions.js";
import { includesObjects } from "./include-objects.js";
import { includesNumbers, includesTexts } from "./include-scalars.js";
import type { Inclusions } from "./inclusions.js";
import { keyOf } from "./key-of.js";
import { isListed } from "./listed.js";
import { allNumbersIn, numberRangeOf } from "./numbers.js";
import { propertiesOf } from "./objects.js";
import { Questions } from "./questions.js";
import { candidatesOf, objectWith, sampleOf, sampleOfBranch } from "./sample.js";
import { writtenAs } from "./spelling.js";
import { every, no, noBecauseOf, together, unknown, type Verdict, yes } from "./verdict.js";

/** The schemas that are asked of in the place of two; undefined for those that are not asked of elsewhere. */
export type ApartValues = (within: SchemaUse, around: SchemaUse) => readonly [SchemaUse, SchemaUse] | undefined;

/** Schemas whose values are asked of elsewhere: those of both sides that are written in another way. */
interface Apart {
  readonly values: ApartValues;
  readonly inclusion: Inclusions;
}

/** Whether the values of some schemas are all allowed by others, which may be of another edition. */
export class Inclusion implements Inclusions {
  readonly inner: ShapeReader;
  readonly outer: ShapeReader;
  /** The same question the other way round. */
  readonly reverse: Inclusions;
  private readonly apart: Apart | undefined;
  private readonly questions = new Questions();
  private readonly places = new WeakMap<Branch["excluded"], ReadonlyMap<string, SchemaNode>>();

  constructor(inner: ShapeReader, outer: ShapeReader, apart?: Apart, reverse?: Inclusions) {
    this.inner = inner;
    this.outer = outer;
    this.apart = apart;
    this.reverse =
      reverse ?? new Inclusion(outer, inner, apart && { ...apart, inclusion: apart.inclusion.reverse }, this);
  }

  /** A question that comes back to itself is a yes: a value that would tell the two apart would have no end. */
  holds(within: SchemaUse, around: SchemaUse): Verdict {
    if (around.length === 0) return yes;
    const apart = this.apart?.values(within, around);
    if (this.apart !== undefined && apart !== undefined) return this.apart.inclusion.holds(...apart);
    const [inner, outer] = [this.inner.referred(within), this.outer.referred(around)];
    const question = `${keyOf(inner)} ${keyOf(outer)}`;
    const known = this.questions.known(question);
    if (known !== undefined) return known;
    if (!this.inner.effort.spend()) return unknown;
    return this.inner.effort.nest(
      () => this.questions.answer(question, () => this.decide(inner, outer)),
      () => this.questions.giveUp(),
    );
  }

  private decide(inner: SchemaUse, outer: SchemaUse): Verdict {
    const shape = this.inner.of(inner);
    const others = this.outer.of(outer);
    return every(shape, ([type, branches]) =>
      every(branches, (branch) => {
        const listed = this.inner.spelling === "text" ? this.asList(branch) : undefined;
        return listed === undefined
          ? this.branchHolds(branch, others.get(type) ?? [])
          : this.branchHolds(listed, simple(others));
      }),
    );
  }

  /** A branch with a list of its values, where it has one or few whole numbers: a text does not tell the type of these. */
  private asList(branch: Branch): Branch | undefined {
    if (branch.values !== undefined) return branch;
    const all = branch.type === "number" ? allNumbersIn(numberRangeOf(branch)) : undefined;
    return all && { ...branch, values: all.filter((value) => branchAccepts(this.inner, branch, value) !== false) };
  }

  /** Whether all values of a branch are allowed by one or the other branch of its type. */
  branchHolds(whole: Branch, outer: readonly Branch[]): Verdict {
    return this.inner.effort.nest(
      () => every(this.inner.cases(whole), (branch) => this.caseHolds(branch, outer)),
      () => this.questions.giveUp(),
    );
  }

  private caseHolds(branch: Branch, outer: readonly Branch[]): Verdict {
    if (!this.inner.effort.spend(1 + outer.length)) return unknown;
    if (branch.values !== undefined) return this.valuesHold(branch, branch.values, outer);
    const verdicts: Verdict[] = [];
    const isWhole = !leansOnOthers(branch);
    for (const other of likeliestFirst(branch, outer)) {
      const verdict = this.within(branch, other);
      if (verdict.answer === "yes" && (isWhole || leansOnOthers(other))) return yes;
      verdicts.push(verdict);
    }
    const examples = verdicts.flatMap((verdict) =>
      "example" in verdict && verdict.example !== undefined ? [verdict.example] : [],
    );
    const outside = [...examples, ...candidatesOf(this.inner, branch)].find((value) =>
      this.tellsApart(value, branch, outer),
    );
    if (outside !== undefined) return noBecauseOf(outside);
    // What one schema refuses, another one may allow; and a value that was to be refused may not be allowed in the first place.
    const isPlain =
      outer.length < 2 && !outer.some(leansOnOthers) && branch.excluded.length === 0 && branch.conditions.length === 0;
    const isSure = isPlain && verdicts.every(({ answer }) => answer === "no");
    return isSure ? no : unknown;
  }

  private tellsApart(value: Json, branch: Branch, outer: readonly Branch[]): boolean {
    if (branchAccepts(this.inner, branch, value) !== true) return false;
    return outer.every((other) => branchAccepts(this.outer, other, value) === false);
  }

  private valuesHold(branch: Branch, values: readonly Json[], outer: readonly Branch[]): Verdict {
    return every(values, (value) => {
      const fits = outer.map((other) => branchAccepts(this.outer, other, this.written(value, other)));
      if (fits.includes(true)) return yes;
      if (fits.includes(undefined)) return unknown;
      return branchAccepts(this.inner, branch, value) === true ? noBecauseOf(value) : unknown;
    });
  }

  /** What a value is to who takes it for one of a branch. */
  private written(value: Json, { type }: Branch): Json {
    return this.inner.spelling === "text" ? writtenAs(value, type) : value;
  }

  /** Whether all values of one branch are allowed by another one. */
  within(branch: Branch, outer: Branch): Verdict {
    const own = this.ownHolds(branch, outer);
    if (own.answer === "no") return own;
    const rest = every(outer.excluded, (node) => this.isOutside(branch, node));
    const demands = every(outer.conditions, (condition) => holdsCondition(this, branch, condition));
    return together(own, rest, demands);
  }

  /** The same for what the branches themselves say, without what they exclude and without conditions. */
  ownHolds(branch: Branch, outer: Branch): Verdict {
    if (outer.values !== undefined) {
      const { values } = outer;
      const all = branch.type === "number" ? allNumbersIn(numberRangeOf(branch)) : undefined;
      if (all !== undefined) return every(all, (value) => (isListed(values, value) ? yes : noBecauseOf(value)));
      const sample = sampleOutside(this.inner, branch, outer.values);
      return sample === undefined ? no : noBecauseOf(sample);
    }
    switch (branch.type) {
      case "number":
        return includesNumbers(branch, outer);
      case "string":
        return includesTexts(branch, outer);
      case "array":
        return includesArrays(this, branch, outer);
      case "object":
        return includesObjects(this, branch, outer);
      default:
        return yes;
    }
  }

  /** Whether no value of a branch fulfils a schema of the other edition. */
  isOutside(branch: Branch, node: SchemaUse[number]): Verdict {
    if (!this.inner.effort.spend()) return unknown;
    const same = this.excludedAt(branch).get(keyOf(this.outer.referred([node])));
    if (same !== undefined && this.reverse.holds([node], [same]).answer === "yes") return yes;
    const shape = this.outer.of([node]).get(branch.type) ?? [];
    if (shape.every((other) => areDisjoint(this.inner, branch, this.outer, other))) return yes;
    if (!this.inner.effort.spend(branch.excluded.length)) return unknown;
    const isExcluded = branch.excluded.some((own) => this.reverse.holds([node], [own]).answer === "yes");
    if (isExcluded) return yes;
    const inside = this.candidates(branch, node, shape).find(
      (value) => branchAccepts(this.inner, branch, value) === true && accepts(this.outer, [node], value) === true,
    );
    return inside === undefined ? unknown : noBecauseOf(inside);
  }

  /** What a branch excludes, by its place: most often the other edition has it at the same one. */
  private excludedAt({ excluded }: Branch): ReadonlyMap<string, SchemaNode> {
    const known = this.places.get(excluded);
    if (known !== undefined) return known;
    const places = new Map(excluded.map((node) => [keyOf(this.inner.referred([node])), node]));
    this.places.set(excluded, places);
    return places;
  }

  /** Values that both may allow. */
  private candidates(branch: Branch, node: SchemaNode, shape: readonly Branch[]): readonly Json[] {
    const required = shape.flatMap((other) => [...propertiesOf(this.outer, other).required.keys()]);
    const samples = shape.map((other) => sampleOfBranch(this.outer, other));
    const mixed = samples.flatMap((sample) =>
      isObject(sample) ? [objectWith(this.inner, branch, [], 0, new Map(Object.entries(sample)))] : [],
    );
    const own = branch.type === "object" ? objectWith(this.inner, branch, required, 0) : undefined;
    const all = [
      ...shape.flatMap((other) => candidatesOf(this.outer, other)),
      ...candidatesOf(this.inner, branch),
      ...mixed,
      own,
      sampleOf(this.outer, [node]),
    ];
    return all.filter((value) => value !== undefined);
  }
}

/** The branches of values that are written as one text. */
function simple(shape: Shape): readonly Branch[] {
  return (["string", "number", "boolean", "null"] as const).flatMap((type) => shape.get(type) ?? []);
}

/** The branch that was chosen at the same place. */
function likeliestFirst(branch: Branch, outer: readonly Branch[]): readonly Branch[] {
  const place = branch.chosen.at(-1)?.pointer;
  const same = outer.find(({ chosen }) => place !== undefined && chosen.at(-1)?.pointer === place);
  return same === undefined ? outer : [same, ...outer.filter((other) => other !== same)];
}

function sampleOutside(reader: ShapeReader, branch: Branch, values: readonly Json[]): Json | undefined {
  const sample = sampleOfBranch(reader, branch);
  return sample === undefined || values.some((value) => JSON.stringify(value) === JSON.stringify(sample))
    ? undefined
    : sample;
}
