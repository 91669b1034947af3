import type { Branch } from "./branch.js";
import { demandOf } from "./objects.js";

/**
 * Whether `unevaluatedProperties` or `unevaluatedItems` of a branch lean on more than its parts say: on a condition, or on another alternative of an
 * `anyOf` that they are made of, which may hold as well. Such a branch may allow more than its parts do.
 */
export function leansOnOthers({ parts, conditions, chosen }: Branch): boolean {
  const first = parts.findIndex((part) => unevaluated.some((keyword) => demandOf(part, keyword).length > 0));
  if (first < 0) return false;
  // What a part is made of follows it.
  const madeOf = new Set(parts.slice(first + 1).map(({ pointer }) => pointer));
  return conditions.length > 0 || chosen.some(({ pointer }) => anyOf.test(pointer) && madeOf.has(pointer));
}

const unevaluated = ["unevaluatedProperties", "unevaluatedItems"];
const anyOf = /\/anyOf\/\d+$/;
