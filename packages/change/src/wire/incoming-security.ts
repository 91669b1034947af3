import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { type Alternative, alternativesOf, inWords, letsIn } from "./security-scheme.js";

/**
 * Compares what the API shows receivers of itself, where an operation says so for itself: what the document says of all operations is about those
 * who call the API. A receiver that is ready for each way of the old edition has to understand each one of the new edition.
 */
export function compareIncomingSecurity(editions: Editions, operations: Both): readonly Found[] {
  const states = [operations.old, operations.new].some(({ value }) => value.security !== undefined);
  if (!states) return [];
  const [old, next] = [ownOf(editions.old, operations.old), ownOf(editions.new, operations.new)];
  const gone = old.filter((was) => !next.some((is) => isSame(was, is)));
  const fresh = next.filter((is) => !old.some((was) => isSame(was, is)));
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, index) => {
    const [was, is] = [gone[index], fresh[index]];
    const isUnderstood = is === undefined || old.some((each) => letsIn(each, is));
    return found(
      is === undefined
        ? "security-alternative-removed"
        : was === undefined
          ? "security-alternative-added"
          : "security-scheme-changed",
      editions.sent,
      { old: was ?? old[0], new: is ?? next[0] },
      wordsOf(was, is),
      { class: isUnderstood ? "safe" : "breaking" },
    );
  });
}

function isSame(one: Alternative, other: Alternative): boolean {
  return letsIn(one, other) && letsIn(other, one);
}

function wordsOf(was: Alternative | undefined, is: Alternative | undefined): string {
  if (is === undefined) return was === undefined ? "" : `what is sent comes no longer with ${inWords(was)}`;
  if (was === undefined) return `what is sent may come with ${inWords(is)} now`;
  return `what is sent comes with ${inWords(is)} now, it came with ${inWords(was)}`;
}

/** Without requirements of its own, an operation of the API shows no credential. */
function ownOf(edition: Editions["old"], operation: Both["old"]): readonly Alternative[] {
  return operation.value.security === undefined
    ? [{ credentials: new Map(), pointer: operation.pointer }]
    : alternativesOf(edition, operation);
}
