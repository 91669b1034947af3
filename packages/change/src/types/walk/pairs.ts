import type ts from "typescript";
import type { Difference, Direction, Pair, Shape } from "./pair.js";
import type { Subject } from "./subject.js";
import type { Types } from "./types.js";

/** What holds for some objects only. */
export interface PropertyRules {
  /** New names of properties. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** Properties of which nothing is said here. */
  readonly ignored?: ReadonlySet<string>;
}

/** Every two types that meet somewhere, each pair once, in the order in which they are found. */
export class Pairs {
  readonly #types: Types;
  readonly #known = new Map<string, Pair>();
  readonly #queue: Pair[] = [];
  /** The new names of named types, where one of another name has come to the place of one. */
  readonly renamed: Map<string, string> = new Map();

  /** The named types of the old edition that have met another one, with those that they extend. */
  readonly named: Set<string> = new Set();
  readonly #rules = new Map<ts.Type, PropertyRules>();

  constructor(types: Types) {
    this.#types = types;
  }

  /** What holds for the properties of a type of the old edition. */
  rulesOf(old: ts.Type): PropertyRules {
    return this.#rules.get(old) ?? {};
  }

  setRules(old: ts.Type, rules: PropertyRules): void {
    this.#rules.set(old, rules);
  }

  get all(): Iterable<Pair> {
    return this.#known.values();
  }

  /** The next one that nobody has compared yet: those at short paths come first. */
  *pending(): Generator<Pair> {
    for (let index = 0; index < this.#queue.length; index += 1) {
      const pair = this.#queue[index];
      if (pair !== undefined) yield pair;
    }
    this.#queue.length = 0;
  }

  /** Two types that meet at a place. Undefined where they are one type, or nobody knows what they are. */
  meet(old: Shape, next: Shape, direction: Direction, subject: Subject, parent?: Pair): Pair | undefined {
    if (this.#isSame(old, next)) return undefined;
    const key = `${direction} ${this.#keyOf(old)} ${this.#keyOf(next)}`;
    const known = this.#known.get(key);
    if (known !== undefined) {
      if (parent !== undefined) known.parents.add(parent);
      return known;
    }
    const pair: Pair = {
      old,
      new: next,
      direction,
      subject: this.#named(old, next, subject),
      parents: new Set(parent === undefined ? [] : [parent]),
      operations: new Set<string>(),
      differences: [] as Difference[],
    };
    this.#known.set(key, pair);
    this.#queue.push(pair);
    return pair;
  }

  #isSame(old: Shape, next: Shape): boolean {
    if (this.#types.isAny(old.type) || this.#types.isAny(next.type)) return true;
    if (this.#types.isOpen(old.type) && this.#types.isOpen(next.type)) return this.#types.isAlike(old.type, next.type);
    return old.type === next.type && old.withoutUndefined === next.withoutUndefined;
  }

  #keyOf({ type, withoutUndefined }: Shape): string {
    return `${this.#types.idOf(type)}${withoutUndefined ? "-" : ""}`;
  }

  /** What is said of a named type is said by its name. */
  #named(old: Shape, next: Shape, subject: Subject): Subject {
    const name = this.#types.nameOf(old.type);
    if (name === undefined) return subject;
    const newName = this.#types.nameOf(next.type) ?? name;
    for (const one of [name, ...this.#types.baseNamesOf(old.type)]) this.named.add(one);
    if (newName !== name && !this.renamed.has(name)) this.renamed.set(name, newName);
    const [before, after] = [old, next].map(({ type }) => symbolOf(type)?.declarations?.[0]);
    return { root: { kind: "named", name, newName }, path: [], declarations: { old: before, new: after } };
  }
}

/** Types such as `string` have none. */
function symbolOf(type: ts.Type): ts.Symbol | undefined {
  return type.aliasSymbol ?? type.getSymbol();
}
