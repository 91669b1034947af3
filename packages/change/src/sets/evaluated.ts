import type { SchemaPart } from "@facsimile/document";
import type { Branch } from "./branch.js";
import { demandOf } from "./demands.js";

/**
 * Whether `unevaluatedProperties` or `unevaluatedItems` of a branch lean on more than its parts say: on a condition, or on another alternative of an
 * `anyOf` that they are made of, which may hold as well. Such a branch may allow more than its parts do.
 */
export function leansOnOthers({ parts, conditions }: Pick<Branch, "parts" | "conditions">): boolean {
  const leaning = parts.filter((part) => unevaluated.some((keyword) => demandOf(part, keyword).length > 0));
  if (leaning.length === 0) return false;
  return conditions.length > 0 || leaning.some((part) => [part, ...(part.madeOf ?? [])].some(mayHoldTwice));
}

const unevaluated = ["unevaluatedProperties", "unevaluatedItems"];

/** Whether more may hold than what was chosen: another alternative, or an `if` that nothing follows from. */
function mayHoldTwice({ keywords }: SchemaPart): boolean {
  const { anyOf, if: condition, then: met = true, else: unmet = true } = keywords;
  return (Array.isArray(anyOf) && anyOf.length > 1) || (condition !== undefined && met === true && unmet === true);
}
