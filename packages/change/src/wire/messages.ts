import { compareBodies } from "./bodies.js";
import type { Found } from "./found.js";
import type { WireOperation } from "./operations.js";
import { compareParameters } from "./parameters.js";
import type { Editions } from "./place.js";
import { compareResponses } from "./responses.js";

/** Compares all messages of two operations that correspond. */
export function compareMessages(editions: Editions, was: WireOperation, is: WireOperation): readonly Found[] {
  const nodes = { old: was.node, new: is.node };
  return [
    ...compareParameters(editions, was, is),
    ...compareBodies(editions, nodes),
    ...compareResponses(editions, nodes),
  ];
}
