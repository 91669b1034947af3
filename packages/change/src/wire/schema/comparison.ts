import type { Direction, SchemaUse } from "@facsimile/document";
import type { RuleId } from "../../change/rules.js";
import { type ApartValues, Inclusion } from "../../sets/inclusion.js";
import { referred } from "../../sets/referred.js";
import type { Edition } from "../edition.js";
import type { Found } from "../found.js";
import { subjectOf } from "../subject.js";
import type { Unchanged } from "../unchanged.js";
import { asSentence } from "../words.js";
import { compareAlternatives } from "./alternatives.js";
import { compareDiscriminators, documentDefaults } from "./annotations.js";
import { isLooser, tighter, withCap } from "./caps.js";
import type { Cap, Held, Pair, Places } from "./pair.js";
import { compareTypes } from "./types.js";
import { unsaid } from "./unsaid.js";
import { type Both, placesIn, refers, severalOf } from "./uses.js";
import { isAnything, isRefuted } from "./verdicts.js";

/** What was found between two schemas, and which pairs of schemas stand below them. */
interface Node {
  found: Found[];
  /** What holds whatever the sets of values say of the schemas as a whole. */
  readonly sure: Found[];
  readonly below: { readonly key: string; readonly cap: Cap }[];
}

/** Schemas of both editions whose values travel as parts of a form that are text, where others around them may not. */
interface Parts {
  readonly values: ApartValues;
  readonly comparison: SchemaComparison;
}

/** Compares the schemas of two editions, each pair once. */
export class SchemaComparison {
  private readonly old: Edition;
  private readonly next: Edition;
  private readonly unchanged: Unchanged;
  private readonly shapes: { readonly old: Edition["shapes"]; readonly new: Edition["shapes"] };
  private readonly nodes = new Map<string, Node>();
  /** Pairs that are known but not compared yet: schemas may follow one another for ever. */
  private readonly queue: (() => void)[] = [];
  private readonly inclusions: Readonly<Record<Direction, Inclusion>>;
  private readonly spelling: "shapes" | "texts";
  private readonly parts: Parts | undefined;
  private readonly selves: Readonly<Record<Direction, { readonly selfOld: Inclusion; readonly selfNew: Inclusion }>>;

  constructor(old: Edition, next: Edition, unchanged: Unchanged, spelling: "shapes" | "texts", parts?: Parts) {
    this.old = old;
    this.next = next;
    this.unchanged = unchanged;
    this.spelling = spelling;
    this.parts = parts;
    const [was, is] = [old[spelling], next[spelling]];
    this.shapes = { old: was, new: is };
    const selves = (direction: Direction): { selfOld: Inclusion; selfNew: Inclusion } => ({
      selfOld: new Inclusion(was[direction], was[direction]),
      selfNew: new Inclusion(is[direction], is[direction]),
    });
    this.selves = { request: selves("request"), response: selves("response") };
    const inclusion = (direction: Direction): Inclusion =>
      new Inclusion(
        was[direction],
        is[direction],
        parts && { values: parts.values, inclusion: parts.comparison.inclusions[direction] },
      );
    this.inclusions = { request: inclusion("request"), response: inclusion("response") };
  }

  /** The same comparison, but for schemas of parts: those are compared by another one. */
  withParts(values: ApartValues, comparison: SchemaComparison): SchemaComparison {
    return new SchemaComparison(this.old, this.next, this.unchanged, this.spelling, { values, comparison });
  }

  /** The changes between two schemas and all that stand below them, for messages of one direction. */
  compare(direction: Direction, old: SchemaUse, next: SchemaUse): readonly Found[] {
    const pending: [string, Cap][] = [[this.visit(direction, old, next), undefined]];
    for (let work = this.queue.pop(); work !== undefined; work = this.queue.pop()) work();
    const seen = new Map<string, Cap>();
    const found = new Map<Found, Cap>();
    for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
      const [key, cap] = item;
      if (seen.has(key) && !isLooser(cap, seen.get(key))) continue;
      seen.set(key, cap);
      const node = this.nodes.get(key);
      for (const each of node?.found ?? [])
        if (!found.has(each) || isLooser(cap, found.get(each))) found.set(each, cap);
      for (const below of node?.below ?? []) pending.push([below.key, tighter(cap, below.cap)]);
    }
    const changes = [...found].map(([each, cap]) => withCap(each, cap));
    if (this.areSame(old, next)) return changes;
    return [...changes, ...unsaid(this.next, this.inclusions[direction], direction, { old, new: next }, changes)];
  }

  private visit(direction: Direction, was: SchemaUse, is: SchemaUse): string {
    const part = this.parts?.values(was, is);
    if (this.parts !== undefined && part !== undefined)
      return this.visitPart(this.parts.comparison, direction, [was, is], part);
    // Where one side alone refers to a component, it is the place that changes, and not the component.
    const isOneSided = refers(this.old, was) !== refers(this.next, is);
    const [old, next] = isOneSided ? [was, is] : [referred(this.old.schemas, was), referred(this.next.schemas, is)];
    const key = `${direction} ${placesIn(old)} ${placesIn(next)}`;
    if (this.nodes.has(key) || this.areSame(old, next)) return key;
    const node: Node = { found: [], sure: [], below: [] };
    this.nodes.set(key, node);
    this.queue.push(() => this.compareOnce(this.pairOf(direction, old, next, node), node, old, next));
    return key;
  }

  private visitPart(comparison: SchemaComparison, direction: Direction, whole: Both, part: Both): string {
    const key = `part ${direction} ${placesIn(whole[0])} ${placesIn(whole[1])}`;
    if (this.nodes.has(key)) return key;
    const found = [...comparison.compare(direction, ...part)];
    const isItem = part[0] === whole[0] && part[1] !== whole[1];
    this.nodes.set(key, {
      found: isItem ? [severalOf(this.next, direction, whole), ...found] : found,
      sure: [],
      below: [],
    });
    return key;
  }

  private areSame(old: SchemaUse, next: SchemaUse): boolean {
    return (
      old.length === next.length &&
      old.every(({ value }, index) => this.unchanged.isSame(value, next[index]?.value ?? null))
    );
  }

  private compareOnce(pair: Pair, node: Node, old: SchemaUse, next: SchemaUse): void {
    const [was, is] = [pair.old.of(old), pair.new.of(next)];
    const places: Places = { old: old[0]?.pointer, new: next[0]?.pointer };
    const [forth, back] = [
      pair.inclusion.holds(old, next).answer === "yes",
      pair.inclusion.reverse.holds(next, old).answer === "yes",
    ];
    const kept = compareTypes(pair, was, is, places, { forth, back });
    if (isAnything(was) === isAnything(is)) {
      for (const type of kept) compareAlternatives(pair, was.get(type) ?? [], is.get(type) ?? []);
    }
    node.found = [...node.found.filter(({ rule }) => !isRefuted(rule, { forth, back })), ...node.sure];
    const parts = [pair.old.parts(old), pair.new.parts(next)] as const;
    compareDiscriminators(pair, ...parts);
    documentDefaults(pair, ...parts);
  }

  private pairOf(direction: Direction, old: SchemaUse, next: SchemaUse, node: Node, cap?: Cap, held?: Held): Pair {
    const named = next[0]?.pointer;
    const subject = named === undefined ? subjectOf(this.old, old[0]?.pointer ?? "") : subjectOf(this.next, named);
    const report = (rule: RuleId, places: Places, message: string, more: Parameters<Pair["report"]>[3] = {}): void => {
      const change = withCap({ rule, direction, ...places, message: asSentence(message), ...more }, cap);
      if (held === undefined) node.found.push(change);
      else if (!isRefuted(rule, held)) node.sure.push(change);
    };
    return {
      direction,
      subject,
      nameOf: (side, pointer) => subjectOf(side === "old" ? this.old : this.next, pointer),
      old: this.shapes.old[direction],
      new: this.shapes.new[direction],
      inclusion: this.inclusions[direction],
      ...this.selves[direction],
      report,
      below: (lower, upper) => node.below.push({ key: this.visit(direction, lower, upper), cap }),
      capped: (further) => this.pairOf(direction, old, next, node, tighter(cap, further), held),
      judgedBy: (further) => this.pairOf(direction, old, next, node, cap, further),
    };
  }
}
