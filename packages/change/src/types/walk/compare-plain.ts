import type ts from "typescript";
import type { Pair } from "./pair.js";
import { report } from "./report.js";
import { listTypes } from "./type-words.js";
import type { Types } from "./types.js";

/** Compares what has no properties: texts, numbers, literals, null. */
export function comparePlain(types: Types, pair: Pair, old: readonly ts.Type[], next: readonly ts.Type[]): void {
  if (pair.direction === "given") compareGiven(types, pair, withoutAlike(types, old, next));
  else compareRead(types, pair, withoutAlike(types, next, old));
}

/** Types without those that depend on type parameters and are written alike in both editions. */
function withoutAlike(types: Types, list: readonly ts.Type[], others: readonly ts.Type[]): readonly ts.Type[] {
  const open = others.filter((type) => types.isOpen(type));
  return list.filter((type) => !types.isOpen(type) || !open.some((other) => types.isAlike(type, other)));
}

function compareGiven(types: Types, pair: Pair, old: readonly ts.Type[]): void {
  const refused = old.filter((type) => !types.fits(type, pair.new.type));
  if (refused.length === 0) return;
  const tookAll = refused.some((type) => types.has(type, types.ts.TypeFlags.Unknown));
  const words = tookAll
    ? `takes only ${listTypes(types, types.membersOf(pair.new), "or")} now`
    : `no longer takes ${listTypes(types, refused, "or")}`;
  report(pair, "input-narrowed", "breaking", words);
}

function compareRead(types: Types, pair: Pair, next: readonly ts.Type[]): void {
  const further = next.filter((type) => !types.fits(type, pair.old.type));
  const values = further.filter((type) => isListed(types, pair, type));
  if (values.length > 0) {
    const words = `may be ${listTypes(types, values, "or")} now: an exhaustive \`switch\` over it no longer compiles`;
    report(pair, "result-value-added", "warning", words);
  }
  const listed = new Set(values);
  const others = further.filter((type) => !listed.has(type));
  if (others.length > 0) reportWider(types, pair, others);
}

/** Whether a literal joins others of its kind. */
function isListed(types: Types, { old }: Pair, type: ts.Type): boolean {
  const { StringLiteral, NumberLiteral, BooleanLiteral } = types.ts.TypeFlags;
  const kind = [StringLiteral, NumberLiteral, BooleanLiteral].find((flag) => types.has(type, flag));
  return kind !== undefined && types.membersOf(old).some((member) => types.has(member, kind));
}

/** Readers of a union tell its types apart: a further one is nothing that they must know of. Null and anything are. */
function reportWider(types: Types, pair: Pair, further: readonly ts.Type[]): void {
  const { Null, Undefined, Unknown } = types.ts.TypeFlags;
  const isBranch = isUnion(types, pair) && !further.some((type) => types.has(type, Null | Undefined | Unknown));
  const words = `may be ${listTypes(types, further, "or")} now`;
  if (isBranch) report(pair, "result-branch-added", "warning", words);
  else report(pair, "result-widened", "breaking", words);
}

/** Whether readers have several kinds of values to tell apart. */
export function isUnion(types: Types, { old }: Pair): boolean {
  const { Null, Undefined, Literal, String: text, Number: number, Boolean: boolean } = types.ts.TypeFlags;
  const { StringLiteral, NumberLiteral, BooleanLiteral } = types.ts.TypeFlags;
  const members = types.membersOf(old).filter((type) => !types.has(type, Null | Undefined));
  const kinds = members.map((type, index) => {
    if (types.has(type, text | StringLiteral)) return "string";
    if (types.has(type, number | NumberLiteral)) return "number";
    if (types.has(type, boolean | BooleanLiteral)) return "boolean";
    return types.has(type, Literal) ? "other" : index;
  });
  return new Set(kinds).size > 1;
}
