import { inputOf, resultOf, signatureOf } from "../compare-operations.js";
import { shapeOf } from "../walk/pair.js";
import type { Types } from "../walk/types.js";
import type { OperationFunction } from "./operations.js";

/** The names that go with functions: of them, their pages, inputs, results and headers. */
export function namesWith(types: Types, operations: readonly OperationFunction[]): ReadonlySet<string> {
  return new Set(operations.flatMap((operation) => namesOf(types, operation)));
}

function namesOf(types: Types, operation: OperationFunction): readonly string[] {
  const signature = signatureOf(types, operation);
  const input = inputOf(types, operation);
  const result = signature && resultOf(types, signature);
  const answers = result === undefined ? [] : types.membersOf(shapeOf(result));
  const headers = answers.flatMap((type) => {
    const property = type.getProperty("headers");
    return property === undefined ? [] : [types.checker.getTypeOfSymbol(property).symbol?.name];
  });
  const named = [input?.aliasSymbol ?? input?.symbol, result?.aliasSymbol].map((symbol) => symbol?.name);
  return [operation.name, `${operation.name}Pages`, ...named, ...headers].filter((name) => name !== undefined);
}
