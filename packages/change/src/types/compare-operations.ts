import type ts from "typescript";
import { type OperationFunction, renamedParameters } from "./names/operations.js";
import { shapeOf } from "./walk/pair.js";
import type { Pairs } from "./walk/pairs.js";
import type { Subject } from "./walk/subject.js";
import type { Types } from "./walk/types.js";

/** Compares what a function takes and what it answers. */
export function compareOperation(types: Types, pairs: Pairs, old: OperationFunction, next: OperationFunction): void {
  const [before, after] = [signatureOf(types, old), signatureOf(types, next)];
  if (before === undefined || after === undefined) return;
  noteRenamedParameters(types, pairs, old, next);
  before.parameters.forEach((parameter, index) => {
    const other = after.parameters[index];
    if (other === undefined || types.isClientHandle(parameter)) return;
    const subject = subjectOf(old, next, parameter.name);
    const pair = pairs.meet(types.parameterShape(parameter), types.parameterShape(other), "given", subject);
    // What a call can be told belongs to no operation.
    if (parameter.name === "input") pair?.operations.add(old.request);
  });
  const results = [shapeOf(resultOf(types, before)), shapeOf(resultOf(types, after))] as const;
  pairs.meet(...results, "read", subjectOf(old, next, "result"))?.operations.add(old.request);
}

function subjectOf(old: OperationFunction, next: OperationFunction, start: string): Subject {
  const root = { kind: "operation", name: old.name, old: old.request, new: next.request } as const;
  return { root, path: [start], declarations: { old: old.declaration, new: next.declaration } };
}

/** The names of path parameters are the document's alone: one that takes the place of another is the same. */
function noteRenamedParameters(types: Types, pairs: Pairs, old: OperationFunction, next: OperationFunction): void {
  const renamed = renamedParameters(old.request, next.request);
  const input = renamed.size === 0 ? undefined : inputOf(types, old);
  const path = input?.getProperty("path");
  if (input !== undefined && path !== undefined) pairs.setRules(types.propertyShape(input, path).type, { renamed });
}

export function signatureOf(types: Types, { symbol }: Pick<OperationFunction, "symbol">): ts.Signature | undefined {
  return types.checker.getTypeOfSymbol(symbol).getCallSignatures()[0];
}

/** The type of what a function takes. */
export function inputOf(types: Types, operation: Pick<OperationFunction, "symbol">): ts.Type | undefined {
  const parameter = signatureOf(types, operation)?.parameters.find(({ name }) => name === "input");
  return parameter && types.checker.getNonNullableType(types.checker.getTypeOfSymbol(parameter));
}

/** The type of what a function answers, in time. */
export function resultOf(types: Types, signature: ts.Signature): ts.Type {
  const type = types.checker.getReturnTypeOfSignature(signature);
  return types.argumentsOf(type)[0] ?? type;
}
