import type { Direction, SchemaUse } from "@facsimile/document";
import { classOf, type RuleId } from "../../change/rules.js";
import { Inclusion } from "../../sets/inclusion.js";
import { referred } from "../../sets/referred.js";
import type { Edition } from "../edition.js";
import type { Found } from "../found.js";
import { subjectOf } from "../subject.js";
import type { Unchanged } from "../unchanged.js";
import { compareAlternatives } from "./alternatives.js";
import { compareAnnotations } from "./annotations.js";
import type { Cap, Pair, Places } from "./pair.js";
import { compareTypes } from "./types.js";

/** What was found between two schemas, and which pairs of schemas stand below them. */
interface Node {
  readonly found: Found[];
  readonly below: { readonly key: string; readonly cap: Cap }[];
}

/** Compares the schemas of two editions, each pair once. */
export class SchemaComparison {
  private readonly old: Edition;
  private readonly next: Edition;
  private readonly unchanged: Unchanged;
  private readonly nodes = new Map<string, Node>();
  /** Pairs that are known but not compared yet: schemas may follow one another for ever. */
  private readonly queue: (() => void)[] = [];
  private readonly inclusions: Readonly<Record<Direction, Inclusion>>;

  constructor(old: Edition, next: Edition, unchanged: Unchanged) {
    this.old = old;
    this.next = next;
    this.unchanged = unchanged;
    this.inclusions = {
      request: new Inclusion(old.shapes.request, next.shapes.request),
      response: new Inclusion(old.shapes.response, next.shapes.response),
    };
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
    return [...found].map(([each, cap]) => withCap(each, cap));
  }

  /** Whether what one edition allows is allowed by the other one. */
  inclusion(direction: Direction): Inclusion {
    return this.inclusions[direction];
  }

  private visit(direction: Direction, was: SchemaUse, is: SchemaUse): string {
    const [old, next] = [referred(this.old.schemas, was), referred(this.next.schemas, is)];
    const key = `${direction} ${placesIn(old)} ${placesIn(next)}`;
    if (this.nodes.has(key) || this.areSame(old, next)) return key;
    const node: Node = { found: [], below: [] };
    this.nodes.set(key, node);
    this.queue.push(() => this.compareOnce(this.pairOf(direction, old, next, node, undefined), old, next));
    return key;
  }

  private areSame(old: SchemaUse, next: SchemaUse): boolean {
    return (
      old.length === next.length &&
      old.every(({ value }, index) => this.unchanged.isSame(value, next[index]?.value ?? null))
    );
  }

  private compareOnce(pair: Pair, old: SchemaUse, next: SchemaUse): void {
    const [was, is] = [pair.old.of(old), pair.new.of(next)];
    const places: Places = { old: old[0]?.pointer, new: next[0]?.pointer };
    for (const type of compareTypes(pair, was, is, places))
      compareAlternatives(pair, was.get(type) ?? [], is.get(type) ?? []);
    compareAnnotations(pair, this.old.schemas.parts(old), this.next.schemas.parts(next));
  }

  private pairOf(direction: Direction, old: SchemaUse, next: SchemaUse, node: Node, cap: Cap): Pair {
    const named = next[0]?.pointer;
    const subject = named === undefined ? subjectOf(this.old, old[0]?.pointer ?? "") : subjectOf(this.next, named);
    const report = (
      rule: RuleId,
      places: Places,
      message: string,
      more: Pick<Found, "class" | "example"> = {},
    ): void => {
      const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
      node.found.push(withCap({ rule, direction, ...places, message: sentence, ...more }, cap));
    };
    return {
      direction,
      subject,
      old: this.old.shapes[direction],
      new: this.next.shapes[direction],
      inclusion: this.inclusions[direction],
      report,
      below: (lower, upper) => node.below.push({ key: this.visit(direction, lower, upper), cap }),
      capped: (further) => this.pairOf(direction, old, next, node, tighter(cap, further)),
    };
  }
}

function placesIn(use: SchemaUse): string {
  return use.map(({ pointer }) => pointer).join("&");
}

const looseness = ["safe", "unknown", undefined];

function isLooser(cap: Cap, than: Cap): boolean {
  return looseness.indexOf(cap) > looseness.indexOf(than);
}

function tighter(one: Cap, other: Cap): Cap {
  return isLooser(one, other) ? other : one;
}

/** Warnings are conventions, and stay. */
function withCap(found: Found, cap: Cap): Found {
  const own = found.class ?? classOf(found.rule, found.direction);
  if (cap === undefined || own === "safe" || own === "warning") return found;
  return { ...found, class: own === "unknown" && cap === "unknown" ? "unknown" : cap };
}
