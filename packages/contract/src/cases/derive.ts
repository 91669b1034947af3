import type { Api, JsonObject } from "@facsimile/codegen";
import type { Case } from "./case.js";
import { documentedAnswers } from "./documented-answers.js";
import { missingCredentials } from "./missing-credentials.js";

/** A pure function of the document: the same cases in the same order, none by hand. */
export function deriveCases(document: JsonObject, api: Api): readonly Case[] {
  return api.operations.flatMap((operation) => [
    ...documentedAnswers(document, operation),
    ...missingCredentials(document, operation),
  ]);
}

/** The operations that no case calls. A run that has some fails. */
export function forgottenOperations(api: Api, cases: readonly Case[]): readonly string[] {
  const called = new Set(cases.filter(({ kind }) => kind === "answer").map(({ request }) => request.operation.id));
  return api.operations.map(({ id }) => id).filter((id) => !called.has(id));
}
