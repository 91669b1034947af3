import type { Operation, StreamCondition } from "@facsimile/document";
import type { Code, Type } from "../print/index.js";
import { code, importedType, named, sequence, typeCode } from "../print/index.js";
import { inputNeed } from "./input.js";
import { streamsType } from "./runtime.js";
import type { OperationScope } from "./scope.js";
import { unionOf } from "./types/combine.js";

/** One way to call an operation: what it takes, and what it answers then. */
export interface Signature {
  /** What hovering over it says, beside what is said of the operation. */
  readonly note: string | undefined;
  /** `input: ChatInput & { body: { stream: true } }`. */
  readonly input: Code;
  /** What the promise holds. */
  readonly result: Code;
}

/**
 * The ways to call an operation that answers a stream or not by what it is asked: with the stream, without it, and, where the compiler cannot
 * tell, either.
 *
 * @param input of any of them
 */
export function signaturesOf(scope: OperationScope, input: Code): readonly Signature[] {
  const { operation, module } = scope;
  const result = importedType(operation.resultName, module);
  const either: Signature = { note: undefined, input, result };
  const condition = conditionOf(operation);
  if (condition === undefined || operation.inputName === undefined) return [either];
  const { isDefault, value, others } = condition;
  const shown = `\`${condition.name}: ${JSON.stringify(value)}\``;
  const ask = (values: readonly StreamCondition["others"][number][], isOptional: boolean): Code =>
    askedInput(scope, condition, values, isOptional);
  return [
    {
      note: `With ${shown}, the answer is a stream.`,
      input: ask([value], isDefault),
      result: only("Streamed", result),
    },
    { note: `Without ${shown}, it is none.`, input: ask(others, !isDefault), result: only("Whole", result) },
    either,
  ];
}

/** Where all streams of an operation come on one condition. */
function conditionOf({ responses }: Operation): StreamCondition | undefined {
  const streams = responses.flatMap(({ content }) => content.flatMap(({ stream }) => stream ?? []));
  const [first, ...others] = streams.map(({ condition }) => condition);
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined;
}

function only(name: "Streamed" | "Whole", result: Code): Code {
  return code`${streamsType(name)}<${result}>`;
}

/** @param values - of the property that decides */
function askedInput(
  { operation, module }: OperationScope,
  { in: place, name }: StreamCondition,
  values: readonly StreamCondition["others"][number][],
  isOptional: boolean,
): Code {
  const value = unionOf(values.map((one): Type => ({ kind: "literal", value: one })));
  const asked = objectOf(place, objectOf(name, value, isOptional, hasForm(operation)), isOptional);
  const type: Type = { kind: "intersection", types: [named(importedType(operation.inputName ?? "", module)), asked] };
  const isRequired = !isOptional || inputNeed(operation) === "required";
  return sequence(isRequired ? code`input: ` : code`input?: `, typeCode(type));
}

/** Whether the body may be a `FormData` or `URLSearchParams`, whose fields the compiler does not know. */
function hasForm({ requestBody }: Operation): boolean {
  return (requestBody?.content ?? []).some(({ name }) => /^multipart\/|x-www-form-urlencoded/i.test(name));
}

/** @param isPlain - whether it must have no `forEach`, as forms have */
function objectOf(name: string, type: Type, optional: boolean, isPlain = false): Type {
  const property = { readonly: false, comment: undefined };
  const own = { ...property, name, type, optional };
  const never: Type = { kind: "keyword", name: "never" };
  const properties = isPlain ? [own, { ...property, name: "forEach", type: never, optional: true }] : [own];
  return { kind: "object", properties, index: undefined };
}
