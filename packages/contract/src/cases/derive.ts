import type { Api, JsonObject, Operation } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import type { Case, Hole, WireCase } from "./case.js";
import { documentedAnswers } from "./documented-answers.js";
import { formCases } from "./form-cases.js";
import { missingValues } from "./missing-values.js";
import { negotiationCases } from "./negotiation-cases.js";
import { placesOf } from "./places.js";
import { securityCases } from "./security-cases.js";
import { withUniqueNames } from "./unique-names.js";
import { validRequest } from "./valid-request.js";
import { valueCases } from "./value-cases.js";

/** Everything that can be tried with a document, and what cannot, with the reason. */
export interface Matrix {
  readonly cases: readonly Case[];
  /** What can be tried on a server that is not Prism, besides. */
  readonly elsewhere: readonly WireCase[];
  readonly holes: readonly Hole[];
}

/** A pure function of the document: the same cases in the same order, none by hand. */
export function deriveCases(document: JsonObject, api: Api, validator: Validator): Matrix {
  const derived = api.operations.flatMap((operation) => deriveFor(document, api, operation, validator));
  const holes = derived.filter((one) => one.kind === "hole");
  const elsewhere = withUniqueNames(holes.flatMap((hole) => hole.elsewhere ?? []));
  return { cases: withUniqueNames(derived.filter(isCase)), elsewhere, holes };
}

/** The operations that no case calls through the package. A run that has some fails. */
export function forgottenOperations(api: Api, cases: readonly Case[]): readonly string[] {
  const called = new Set(cases.filter(({ kind }) => kind === "answer").map(({ request }) => request.operation.id));
  return api.operations.map(({ id }) => id).filter((id) => !called.has(id));
}

function deriveFor(
  document: JsonObject,
  api: Api,
  operation: Operation,
  validator: Validator,
): readonly (Case | Hole)[] {
  const context = { document, validator };
  const request = validRequest(document, operation, "maximal");
  return [
    ...documentedAnswers(document, operation),
    ...formCases(document, operation),
    ...securityCases(document, operation),
    ...missingValues(document, operation),
    ...negotiationCases(document, api, operation),
    ...placesOf(context, request).flatMap((place) => valueCases(context, operation, place)),
  ];
}

function isCase(derived: Case | Hole): derived is Case {
  return derived.kind !== "hole";
}
