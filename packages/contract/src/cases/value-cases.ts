import type { JsonObject, Operation, Schema } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import {
  type BrokenValue,
  boundariesOf,
  brokenValues,
  type Constraint,
  constraintsOf,
  showConstraint,
  showPath,
  useOf,
} from "@facsimile/samples";
import type { CaseRequest } from "../wire/case-request.js";
import type { AnswerCase, Hole, WireCase } from "./case.js";
import { answerCase } from "./documented-answers.js";
import { keys } from "./keys.js";
import { holeForPrism, refusal } from "./refusals.js";
import { successOf } from "./statuses.js";

/** What cases of values are made from. */
export interface ValueContext {
  readonly document: JsonObject;
  readonly validator: Validator;
}

/** A place of a request that has a value: one parameter, or the body. */
export interface ValuePlace {
  /** `query page`, `body application/json`. */
  readonly name: string;
  /** Undefined where the document says nothing about the value. */
  readonly schema: Schema | undefined;
  readonly value: unknown;
  /** The request with another value there. */
  put(value: unknown): CaseRequest;
  readonly covers: { readonly valid: string; readonly broken: string };
  /** What keeps a server from refusing a value that breaks a constraint. Undefined where it has to. */
  hindrance(broken: BrokenValue): Hindrance | undefined;
  /** Whether a value arrives as what it is. */
  travels(value: unknown): boolean;
}

/** Why a request that is not valid is answered as if it were. */
export interface Hindrance {
  readonly reason: string;
  /** Whether it is Prism that does not look; else nobody could tell the request from a valid one. */
  readonly ofPrismAlone: boolean;
}

/** What the compiler refuses, so that a package cannot be made to send it. */
const typedKeywords = new Set(["type", "required", "enum", "const", "additionalProperties", "minItems", "maxItems"]);

/** The value as it is, each of its extremes, and each of its constraints broken one at a time. */
export function valueCases(
  context: ValueContext,
  operation: Operation,
  place: ValuePlace,
): readonly (AnswerCase | WireCase | Hole)[] {
  return [...validCases(context, operation, place), ...brokenCases(context, operation, place)];
}

function validCases(
  { document, validator }: ValueContext,
  operation: Operation,
  place: ValuePlace,
): (AnswerCase | WireCase | Hole)[] {
  const success = successOf(operation);
  const covers = [place.covers.valid];
  if (success === undefined) return [{ kind: "hole", covers, reason: "The operation documents no success." }];
  if (!fits(validator, place, place.value))
    return [{ kind: "hole", covers, reason: "The document gives no example that fits, and none could be made up." }];
  if (!place.travels(place.value))
    return [{ kind: "hole", covers, reason: "The document's example cannot be told from no value on the wire." }];
  const extremes = boundariesOf(document, useOf(place.schema), place.value).filter(
    ({ value }) => fits(validator, place, value) && place.travels(value),
  );
  const call = (value: unknown, what: string): (AnswerCase | WireCase | Hole)[] => {
    const one = answerCase(document, place.put(value), success, `${place.name} ${what}`, covers);
    return one.kind === "hole"
      ? [one]
      : [one, { ...one, kind: "wire", name: `${one.name}, raw`, distortion: undefined }];
  };
  return [
    ...call(place.value, "valid"),
    ...extremes.flatMap(({ path, what, value }) => call(value, path.length === 0 ? what : `${showPath(path)} ${what}`)),
  ];
}

function brokenCases(context: ValueContext, operation: Operation, place: ValuePlace): (AnswerCase | WireCase | Hole)[] {
  const constraints = constraintsOf(context.document, useOf(place.schema), place.value);
  const cases = constraints.flatMap((constraint) => constraintCases(context, operation, place, constraint));
  if (cases.some((one) => one.kind !== "hole" || one.elsewhere !== undefined)) return cases;
  return [...cases, { kind: "hole", covers: [place.covers.broken], reason: "Any value that can be sent is valid." }];
}

function constraintCases(
  context: ValueContext,
  operation: Operation,
  place: ValuePlace,
  constraint: Constraint,
): (AnswerCase | WireCase | Hole)[] {
  const { document, validator } = context;
  const covers = [keys.constraint(operation, place.name, constraint)];
  const refuses = (value: unknown): boolean => !fits(validator, place, value);
  const broken = brokenValues(document, useOf(place.schema), place.value, constraint, refuses);
  const tried = broken.map((one) => ({ one, hindrance: place.hindrance(one) }));
  const best =
    tried.find(({ hindrance }) => hindrance === undefined) ??
    tried.find(({ hindrance }) => hindrance?.ofPrismAlone) ??
    tried[0];
  if (best === undefined) return [{ kind: "hole", covers, reason: "No value breaks this constraint alone." }];
  const { one, hindrance } = best;
  if (hindrance?.ofPrismAlone === false) return [{ kind: "hole", covers, reason: hindrance.reason }];
  const cases = refusedCases(context, operation, place, one, [...covers, place.covers.broken]);
  if (hindrance === undefined) return cases;
  return cases.flatMap((refused) => (refused.kind === "wire" ? [holeForPrism(refused, hindrance.reason)] : []));
}

function refusedCases(
  context: ValueContext,
  operation: Operation,
  place: ValuePlace,
  broken: BrokenValue,
  covers: readonly string[],
): (AnswerCase | WireCase)[] {
  const shared = {
    covers,
    request: place.put(broken.value),
    expected: refusal(context.document, operation, "value"),
    valid: false,
  };
  const name = `${operation.id}: ${place.name} breaks ${showConstraint(broken)}`;
  const raw = { ...shared, kind: "wire", name: `${name}, raw`, distortion: undefined } as const;
  return typedKeywords.has(broken.keyword) ? [raw] : [{ ...shared, kind: "answer", form: "method", name }, raw];
}

function fits(validator: Validator, { schema }: ValuePlace, value: unknown): boolean {
  return schema === undefined || validator.check(schema.pointer, "request", value).length === 0;
}
