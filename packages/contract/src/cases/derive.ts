import type { Api, JsonObject, Operation } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import { type Bound, boundOf, type Extents, triedOperations, withinBound } from "./bound.js";
import { callCases } from "./call-cases.js";
import type { Case, Hole, Matrix, Untold } from "./case.js";
import { documentedAnswers } from "./documented-answers.js";
import { formCases } from "./form-cases.js";
import { keys } from "./keys.js";
import { missingValues } from "./missing-values.js";
import { negotiationCases } from "./negotiation-cases.js";
import { Paths } from "./paths.js";
import { placesOf } from "./places.js";
import { securityCases } from "./security-cases.js";
import { withUniqueNames } from "./unique-names.js";
import { plannedRequest } from "./valid-request.js";
import { planPlace, valueCases } from "./value-cases.js";
import type { ValueContext } from "./value-context.js";

/** A pure function of the document: the same cases in the same order, none by hand. */
export function deriveCases(document: JsonObject, api: Api, validator: Validator, extents: Extents = {}): Matrix {
  const bound = boundOf(extents, api.operations.length);
  const made: Deriving = { context: { document, validator }, api, paths: new Paths(api.operations), bound };
  const derived = triedOperations(api, extents).flatMap((operation) => deriveFor(made, operation));
  const holes = derived.filter((one) => one.kind === "hole");
  const elsewhere = withUniqueNames(holes.flatMap((hole) => hole.elsewhere ?? []));
  return withinBound(
    { cases: withUniqueNames(derived.filter(isCase)), elsewhere, holes },
    extents,
    api.operations.length,
  );
}

/** The operations that no case calls through the package, and no hole explains. A run that has some fails. */
export function forgottenOperations(
  operations: readonly Operation[],
  { cases, holes }: Pick<Matrix, "cases" | "holes">,
): readonly string[] {
  const called = new Set(cases.filter(({ kind }) => kind === "answer").map(({ request }) => request.operation.id));
  const explained = new Set(holes.flatMap(({ covers }) => covers));
  return operations.filter((one) => !called.has(one.id) && !explained.has(keys.operation(one))).map(({ id }) => id);
}

/** What the cases of each operation are derived with. */
interface Deriving {
  readonly context: ValueContext;
  readonly api: Api;
  readonly paths: Paths;
  readonly bound: Bound;
}

function deriveFor({ context, api, paths, bound }: Deriving, operation: Operation): readonly (Case | Hole)[] {
  const { request, unmade } = plannedRequest(context, operation, "maximal");
  const plans = placesOf(context, request).map((place) => planPlace(context, place));
  const chosen = bound.choose(
    operation,
    plans.flatMap(({ keys }) => keys),
  );
  const derived = [
    ...documentedAnswers(context, operation),
    ...formCases(context, operation),
    ...securityCases(context, operation),
    ...missingValues(context, operation),
    ...negotiationCases(context, paths, operation),
    ...callCases(context, api, operation),
    ...plans.flatMap((plan) => valueCases(context, operation, plan, chosen)),
  ];
  const known = derived.map((one) => (one.kind === "hole" ? one : asFarAsKnown(one, unmade)));
  return known.map((one) => (one.kind === "hole" ? one : asFarAsMeant(one, paths)));
}

/** A case whose request cannot be made, or of which nobody knows what a mock server answers, is a hole that points to the reason. */
function asFarAsKnown(one: Case, unmade: Untold | undefined): Case | Hole {
  const { covers } = one;
  if (unmade !== undefined) return { kind: "hole", covers, ...unmade };
  const untold = one.kind === "refusal" || one.kind === "address" ? undefined : one.expected.untold;
  if (untold === undefined) return one;
  const hole = { kind: "hole", covers, ...untold } as const;
  if (one.kind === "wire") return { ...hole, elsewhere: one };
  if (one.kind !== "answer") return hole;
  const { name, request, expected, valid } = one;
  return { ...hole, elsewhere: { kind: "wire", name, covers, request, expected, valid, distortion: undefined } };
}

/**
 * What does not fit where a path has a parameter may be meant for another path that is the same but for names, and what does not fit an operation for
 * another one of the same method and path: no server has to refuse it.
 */
function asFarAsMeant(one: Case, paths: Paths): Case {
  if (!("valid" in one) || one.valid) return one;
  const { operation } = one.request;
  if (one.kind === "wire" && (one.distortion?.target ?? one.distortion?.method) !== undefined) return one;
  const isInPath = operation.parameters.some(
    ({ in: place, schema }) => place === "path" && schema.pointer === one.place,
  );
  const isMeant = ({ path }: Operation): boolean => isInPath || path === operation.path;
  return paths.twinsOf(operation).some(isMeant) ? { ...one, leftToServer: true } : one;
}

function isCase(derived: Case | Hole): derived is Case {
  return derived.kind !== "hole";
}
