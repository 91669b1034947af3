import { isObject } from "@facsimile/document";
import { bareName, jsonOf } from "@facsimile/mock/things";
import type { RawAnswer } from "@facsimile/mock/wire";

const marks = /^(?:is)?(?:deleted|removed|archived|cancelled|canceled|trashed)(?:at|on|date)?$/;
const words: ReadonlySet<unknown> = new Set([
  "deleted",
  "removed",
  "archived",
  "cancelled",
  "canceled",
  "inactive",
  "trashed",
]);

/** Whether an answer shows a thing that is marked as gone: some servers keep what was deleted for those who ask for it. */
export function saysGone(answer: RawAnswer | undefined): boolean {
  return answer !== undefined && isMarked(jsonOf(answer), 0);
}

/** Answers wrap what they are about in an object or two. */
function isMarked(value: unknown, depth: number): boolean {
  if (!isObject(value) || depth > 2) return false;
  return Object.entries(value).some(([name, part]) => {
    const bare = bareName(name);
    if (marks.test(bare) && part !== false && part !== null && part !== "") return true;
    return ((bare === "status" || bare === "state") && words.has(part)) || isMarked(part, depth + 1);
  });
}
