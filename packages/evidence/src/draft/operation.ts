import { placeParameters } from "../facts/parameter-place.js";
import { pageName } from "../read/page-source.js";
import { child } from "../spec/json.js";
import { type Building, type Drafting, words } from "./drafting.js";
import { draftParameters } from "./parameters.js";
import { draftBody } from "./request-body.js";
import { draftResponses } from "./responses.js";
import { draftSecurity } from "./security.js";

/** The operation as its facts have it. */
export function draftOperation(drafting: Drafting, name: string, pointer: string): Building {
  const { facts } = drafting;
  const placed = placeParameters(facts, drafting.family.spell, name);
  const operationId = drafting.operationId(name);
  const own = facts.list("operation", name, "servers");
  const parameters = draftParameters(drafting, name, placed, child(pointer, "parameters"));
  return {
    operationId,
    summary: words(operationId),
    description: `${words(operationId)}.`,
    ...(facts.value("operation", name, "deprecated") === true ? { deprecated: true } : {}),
    tags: [tagOf(drafting, name)],
    ...(own.length === 0 ? {} : { servers: own.map((url) => ({ url })) }),
    ...draftSecurity(drafting, name, child(pointer, "security")),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...draftBody(drafting, name, placed, child(pointer, "requestBody")),
    responses: draftResponses(drafting, name, child(pointer, "responses")),
  };
}

/** The tag of an operation is the name of its API page: `UsersApi` makes `Users`. */
export function tagOf(drafting: Drafting, operation: string): string {
  const page = drafting.facts.fact("operation", operation)?.page ?? "";
  return pageName(page).replace(/Api$/i, "") || "Operations";
}
