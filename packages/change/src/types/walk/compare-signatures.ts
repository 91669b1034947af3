import type ts from "typescript";
import { type Direction, type Pair, type Shape, shapeOf } from "./pair.js";
import type { Pairs } from "./pairs.js";
import { report } from "./report.js";
import { type Subject, stepTo } from "./subject.js";
import type { Types } from "./types.js";

/** Compares how two functions or classes are called. What a function takes goes the other way than the function itself. */
export function compareSignatures(types: Types, pairs: Pairs, pair: Pair, old: ts.Type, next: ts.Type): void {
  compareCalls(types, pairs, pair, old.getCallSignatures(), next.getCallSignatures());
  compareCalls(types, pairs, pair, old.getConstructSignatures(), next.getConstructSignatures());
}

function compareCalls(
  types: Types,
  pairs: Pairs,
  pair: Pair,
  old: readonly ts.Signature[],
  next: readonly ts.Signature[],
): void {
  old.forEach((signature, index) => {
    const other = next[index];
    if (other !== undefined) compareCall(types, pairs, pair, signature, other);
    else report(pair, "signature-changed", "breaking", "cannot be called as before");
  });
}

function compareCall(types: Types, pairs: Pairs, pair: Pair, old: ts.Signature, next: ts.Signature): void {
  compareCounts(types, pair, old, next);
  const turned: Direction = pair.direction === "given" ? "read" : "given";
  old.parameters.forEach((parameter, index) => {
    const other = next.parameters[index];
    if (other === undefined || types.isClientHandle(parameter)) return;
    const subject = parameterSubject(pair.subject, parameter, other, index);
    pairs.meet(types.parameterShape(parameter), types.parameterShape(other), turned, subject, pair);
  });
  const [before, after] = [returnShape(types, old), returnShape(types, next)];
  pairs.meet(before, after, pair.direction, stepTo(pair.subject, "()"), pair);
}

function returnShape(types: Types, signature: ts.Signature): Shape {
  return shapeOf(types.checker.getReturnTypeOfSignature(signature));
}

function parameterSubject(subject: Subject, parameter: ts.Symbol, other: ts.Symbol, index: number): Subject {
  const declarations = { old: parameter.declarations?.[0], new: other.declarations?.[0] };
  return stepTo(subject, `(${parameterName(parameter) ?? `argument ${index + 1}`})`, declarations);
}

/** Undefined for one that is taken apart where it is declared: the compiler calls it `__1`. */
function parameterName({ name }: ts.Symbol): string | undefined {
  return /^__\d+$/.test(name) ? undefined : name;
}

function compareCounts(types: Types, pair: Pair, old: ts.Signature, next: ts.Signature): void {
  if (pair.direction === "given") {
    if (next.parameters.length < old.parameters.length)
      report(pair, "signature-changed", "breaking", "is called with fewer arguments now");
    return;
  }
  const asked = next.parameters.flatMap((parameter, index) => {
    const before = old.parameters[index];
    const isAsked =
      types.isRequiredParameter(parameter) &&
      (before === undefined || (!types.isRequiredParameter(before) && !asksInside(types, before, parameter)));
    return isAsked ? [wordsFor(parameter, index)] : [];
  });
  if (asked.length > 0) report(pair, "signature-changed", "breaking", `needs ${asked.join(" and ")} now`);
  else if (next.parameters.length < old.parameters.length && !next.parameters.some((one) => types.isRest(one)))
    report(pair, "signature-changed", "breaking", "takes fewer arguments now");
}

/** Whether a parameter is required for what it holds, which is said by itself. */
function asksInside(types: Types, old: ts.Symbol, next: ts.Symbol): boolean {
  const [before, after] = [types.parameterShape(old).type, types.parameterShape(next).type];
  return types.asksMore(before, after);
}

function wordsFor(parameter: ts.Symbol, index: number): string {
  const name = parameterName(parameter);
  return name === undefined ? `argument ${index + 1}` : `\`${name}\``;
}
