import type { Memory } from "./memory.js";
import type { SchemaKeywords, SchemaNode } from "./node.js";
import { type Fault, issueLimit, type Outcome } from "./outcome.js";

/** Holds a value against a schema. */
export type Evaluate = (memory: Memory, node: SchemaNode, value: unknown, tracks: boolean) => Outcome;

/** A schema where it meets a value, and what comes of it. */
export class Spot implements Outcome {
  readonly keywords: SchemaKeywords;
  readonly faults: Fault[] = [];
  readonly seen: Set<PropertyKey> | undefined;
  private readonly memory: Memory;
  private readonly value: unknown;
  private readonly evaluate: Evaluate;

  constructor(memory: Memory, keywords: SchemaKeywords, value: unknown, tracks: boolean, evaluate: Evaluate) {
    this.memory = memory;
    this.keywords = keywords;
    this.value = value;
    this.evaluate = evaluate;
    const { unevaluatedItems, unevaluatedProperties } = keywords;
    const isTracked = tracks || unevaluatedItems !== undefined || unevaluatedProperties !== undefined;
    this.seen = isTracked ? new Set() : undefined;
  }

  /** Whether so much is wrong that no more is told. */
  get isFull(): boolean {
    return this.faults.length >= issueLimit;
  }

  say(message: string, key?: PropertyKey, isDeclared = true): void {
    const way = key === undefined ? undefined : { key, isDeclared, rest: undefined };
    if (!this.isFull) this.faults.push({ message, way });
  }

  /** A number that values share where they are equal. */
  numberOf(value: unknown): number {
    return this.memory.equality.numberOf(value);
  }

  /** What another schema makes of the same value. */
  beside(node: SchemaNode): Outcome {
    return this.evaluate(this.memory, node, this.value, this.seen !== undefined);
  }

  /** What a schema makes of a part of the value, or of something that is made of it. */
  of(node: SchemaNode, part: unknown): Outcome {
    return this.evaluate(this.memory, node, part, false);
  }

  /** Takes over what another schema made of the same value. */
  take({ faults, seen }: Outcome): void {
    for (const fault of faults) if (!this.isFull) this.faults.push(fault);
    for (const key of seen ?? []) this.seen?.add(key);
  }

  /** Holds a part of the value against a schema. */
  within(key: PropertyKey, node: SchemaNode, part: unknown, isDeclared = true): void {
    this.seen?.add(key);
    for (const { message, way } of this.of(node, part).faults) {
      if (this.isFull) return;
      this.faults.push({ message, way: { key, isDeclared, rest: way } });
    }
  }
}
