import type { Operation, Schema } from "@facsimile/document";
import { successOf } from "@facsimile/mock/things";
import {
  type BrokenValue,
  boundariesOf,
  brokenValues,
  type Constraint,
  constraintsOf,
  type Part,
  showConstraint,
  showPath,
  useOf,
} from "@facsimile/samples";
import type { CaseRequest } from "../wire/case-request.js";
import type { AnswerCase, Hole, Untold, WireCase } from "./case.js";
import { answerCase } from "./documented-answers.js";
import { isAllowed } from "./fitting-examples.js";
import { keys } from "./keys.js";
import { holeForPrism, refusal } from "./refusals.js";
import type { Hindrance, ValueContext } from "./value-context.js";

/** A place of a request that has a value: one parameter, or the body. */
export interface ValuePlace {
  /** `query page`, `body application/json`. */
  readonly name: string;
  /** Undefined where the document says nothing about the value. */
  readonly schema: Schema | undefined;
  readonly value: unknown;
  /** Why there is no value. */
  readonly unmade: Untold | undefined;
  /** The request with another value there. */
  put(value: unknown): CaseRequest;
  readonly covers: { readonly valid: string; readonly broken: string };
  /** What keeps a server from refusing a value that breaks a constraint. Undefined where it has to. */
  hindrance(broken: BrokenValue): Hindrance | undefined;
  /** Whether a value arrives as what it is. */
  travels(value: unknown): boolean;
}

/** What the compiler refuses, so that a package cannot be made to send it. */
const typedKeywords = new Set(["type", "required", "enum", "const", "additionalProperties", "minItems", "maxItems"]);

/** What could be tried of one place, before it is known what is. */
export interface PlacePlan {
  readonly place: ValuePlace;
  readonly constraints: readonly Constraint[];
  /** Of everything that its schemas ask for, the same ones at every operation that has the schemas. */
  readonly keys: readonly string[];
}

export function planPlace({ document }: ValueContext, place: ValuePlace): PlacePlan {
  const use = useOf(place.schema);
  const constraints = place.unmade === undefined ? constraintsOf(document, use, place.value) : [];
  return {
    place,
    constraints,
    keys: [...constraints.map(({ part }) => extremesKey(part)), ...constraints.map(constraintKey)],
  };
}

function extremesKey({ schema }: Part): string {
  return `extremes ${schema}`;
}

function constraintKey({ part, keyword, property = "" }: Constraint): string {
  return `${keyword} ${property} ${part.schema}`;
}

/** The value as it is, and, as far as they are chosen, each of its extremes, and each of its constraints broken one at a time. */
export function valueCases(
  context: ValueContext,
  operation: Operation,
  { place, constraints }: PlacePlan,
  chosen: ReadonlySet<string>,
): readonly (AnswerCase | WireCase | Hole)[] {
  const { covers, unmade } = place;
  if (unmade !== undefined) return [{ kind: "hole", covers: [covers.valid, covers.broken], ...unmade }];
  const wants = (part: Part): boolean => chosen.has(extremesKey(part));
  return [
    ...validCases(context, operation, place, wants),
    ...brokenCases(context, operation, { place, constraints }, chosen),
  ];
}

function validCases(
  context: ValueContext,
  operation: Operation,
  place: ValuePlace,
  wants: (part: Part) => boolean,
): (AnswerCase | WireCase | Hole)[] {
  const { document } = context;
  const success = successOf(operation);
  const covers = [place.covers.valid];
  if (success === undefined) return [{ kind: "hole", covers, reason: "The operation documents no success." }];
  if (!fits(context, place, place.value))
    return [{ kind: "hole", covers, reason: "The document gives no example that fits, and none could be made up." }];
  if (!place.travels(place.value))
    return [{ kind: "hole", covers, reason: "The document's example cannot be told from no value on the wire." }];
  const extremes = boundariesOf(document, useOf(place.schema), place.value, wants).filter(
    ({ value }) => fits(context, place, value) && place.travels(value),
  );
  const call = (value: unknown, what: string): (AnswerCase | WireCase | Hole)[] => {
    const one = answerCase(context, place.put(value), success, `${place.name} ${what}`, covers);
    return one.kind === "hole"
      ? [one]
      : [one, { ...one, kind: "wire", name: `${one.name}, raw`, distortion: undefined }];
  };
  return [
    ...call(place.value, "valid"),
    ...extremes.flatMap(({ path, what, value }) => call(value, path.length === 0 ? what : `${showPath(path)} ${what}`)),
  ];
}

function brokenCases(
  context: ValueContext,
  operation: Operation,
  { place, constraints }: Pick<PlacePlan, "place" | "constraints">,
  chosen: ReadonlySet<string>,
): (AnswerCase | WireCase | Hole)[] {
  const isChosen = (constraint: Constraint): boolean => chosen.has(constraintKey(constraint));
  const cases = constraints
    .filter(isChosen)
    .flatMap((constraint) => constraintCases(context, operation, place, constraint));
  const rest = constraints.filter((constraint) => !isChosen(constraint));
  const elsewhere: Hole[] = rest.map((constraint) => ({
    kind: "hole",
    covers: [keys.constraint(operation, place.name, constraint)],
    reason: triedElsewhere,
  }));
  if (cases.some((one) => one.kind !== "hole" || one.elsewhere !== undefined)) return [...cases, ...elsewhere];
  const reason = rest.length > 0 ? triedElsewhere : "Any value that can be sent is valid.";
  return [...cases, ...elsewhere, { kind: "hole", covers: [place.covers.broken], reason }];
}

const triedElsewhere = "It is tried at another operation that has the same schema.";

function constraintCases(
  context: ValueContext,
  operation: Operation,
  place: ValuePlace,
  constraint: Constraint,
): (AnswerCase | WireCase | Hole)[] {
  const covers = [keys.constraint(operation, place.name, constraint)];
  const refuses = (value: unknown): boolean => !fits(context, place, value);
  const broken = brokenValues(place.value, constraint, refuses);
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
    expected: refusal(context, operation, "value"),
    valid: false,
    ...(place.schema !== undefined && { place: place.schema.pointer }),
  };
  const name = `${operation.id}: ${place.name} breaks ${showConstraint(broken)}`;
  const raw = { ...shared, kind: "wire", name: `${name}, raw`, distortion: undefined } as const;
  return typedKeywords.has(broken.keyword) ? [raw] : [{ ...shared, kind: "answer", form: "method", name }, raw];
}

function fits(context: ValueContext, { schema }: ValuePlace, value: unknown): boolean {
  return schema === undefined || isAllowed(context, schema, "request", value);
}
