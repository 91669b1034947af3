import type { Branch } from "./branch.js";
import { demandOf } from "./objects.js";

/**
 * Whether `unevaluatedProperties` or `unevaluatedItems` of a branch lean on more than its parts say: on a condition, or on another alternative of an
 * `anyOf` that holds as well. Such a branch may allow more than its parts do.
 */
export function leansOnOthers({ parts, conditions, chosen }: Branch): boolean {
  const isOpen = parts.every((part) => unevaluated.every((keyword) => demandOf(part, keyword).length === 0));
  return !isOpen && (conditions.length > 0 || chosen.some(({ pointer }) => /\/anyOf\/\d+$/.test(pointer)));
}

const unevaluated = ["unevaluatedProperties", "unevaluatedItems"];
