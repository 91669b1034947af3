import type { Json, JsonObject } from "../load/document.js";
import type { SchemaSource } from "./source.js";

/** How something about a schema follows from its keywords and from other schemas that describe the same value. */
export interface Rule<Result> {
  /** The schemas that have to be looked at first: none of a schema that stands alone. */
  before(keywords: JsonObject): readonly Json[];
  result(keywords: JsonObject, of: (schema: Json) => Result): Result;
  /** For a schema that leads back to itself with nothing between, and so says nothing. */
  readonly inCircle: Result;
}

/** Works out something for each schema once, however often it is asked for and however long the chains of references are. */
export class Evaluation<Result> {
  private readonly source: SchemaSource;
  private readonly rule: Rule<Result>;
  private readonly results = new WeakMap<JsonObject, { readonly result: Result }>();

  constructor(source: SchemaSource, rule: Rule<Result>) {
    this.source = source;
    this.rule = rule;
  }

  of(schema: Json): Result {
    const own = this.source.keywords(schema);
    // Most schemas stand alone, and are read faster than remembered.
    if (isAlone(own)) return this.rule.result(own, this.known);
    const known = this.results.get(own);
    if (known !== undefined) return known.result;
    this.workOut(schema);
    return this.known(schema);
  }

  private workOut(schema: Json): void {
    const open = new Set<JsonObject>();
    const stack = [schema];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const keywords = this.source.keywords(top);
      const next = open.has(keywords) ? [] : this.unknown(keywords, open);
      if (next.length > 0) {
        for (const one of next) stack.push(one);
        continue;
      }
      stack.pop();
      if (!this.results.has(keywords)) this.conclude(keywords);
    }
  }

  /** Opens a schema; answers what has to be known before. */
  private unknown(keywords: JsonObject, open: Set<JsonObject>): readonly Json[] {
    if (this.results.has(keywords)) return [];
    open.add(keywords);
    return this.rule.before(keywords).filter((schema) => {
      const next = this.source.keywords(schema);
      return !open.has(next) && !this.results.has(next);
    });
  }

  private conclude(keywords: JsonObject): void {
    const result = this.rule.result(keywords, this.known);
    this.results.set(keywords, { result });
  }

  private readonly known = (schema: Json): Result => {
    const known = this.results.get(this.source.keywords(schema));
    return known === undefined ? this.rule.inCircle : known.result;
  };
}

/** Whether no other schema has a say in what a schema describes. */
function isAlone({ $ref, allOf, anyOf, oneOf, not, if: condition }: JsonObject): boolean {
  const lists = allOf ?? anyOf ?? oneOf;
  return $ref === undefined && lists === undefined && not === undefined && condition === undefined;
}
