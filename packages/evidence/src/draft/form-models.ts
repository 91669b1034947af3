import type { FactIndex } from "../facts/fact-index.js";
import { placeParameters } from "../facts/parameter-place.js";
import type { Spelling } from "../families/family.js";
import { isForm } from "../spec/operations.js";

/** A form of which nothing is known. */
export const anyForm: { readonly type: "object"; readonly "x-assumed": string } = {
  type: "object",
  "x-assumed": "It is sent as a form, whose fields are the properties of an object; the pages do not show which.",
};

/** The models that are sent as forms, by some operation. */
export function formModels(facts: FactIndex, spelling: Spelling): ReadonlySet<string> {
  const bodies = facts.namesBelow("operation").flatMap((operation) => {
    const types = facts.list("operation", operation, "content-types").map(String);
    if (!types.some(isForm)) return [];
    return placeParameters(facts, spelling, operation)
      .filter(({ place }) => place === "body")
      .map(({ documented }) => String(facts.value("operation", operation, "parameter", documented, "type")));
  });
  return new Set(bodies.flatMap((type) => /^@([^?]+)\??$/.exec(type)?.[1] ?? []));
}
