import { checkArray, checkOtherItems } from "./array.js";
import { checkCombinations } from "./combination.js";
import { definitionOf } from "./definition.js";
import { Memory } from "./memory.js";
import type { SchemaNode } from "./node.js";
import { checkNumber } from "./number.js";
import { checkObject, checkOtherProperties, isPlainObject } from "./object.js";
import type { Fault, Outcome } from "./outcome.js";

import { Spot } from "./spot.js";
import { checkText } from "./text.js";
import { checkKind, checkListed } from "./value.js";

const fits: Outcome = { faults: [] };
const isNone: Outcome = { faults: [{ message: "is not allowed", way: undefined }] };

/** What is wrong with a value; nothing where it fits. What is nested so deep that the platform gives up does not. */
export function faultsOf(node: SchemaNode, value: unknown): readonly Fault[] {
  try {
    return evaluate(new Memory(), node, value, false).faults;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ message: "is nested too deep to be checked", way: undefined }];
  }
}

function evaluate(memory: Memory, node: SchemaNode, value: unknown, tracks: boolean): Outcome {
  if (node === true) return fits;
  if (node === false) return isNone;
  if (!("~standard" in node)) {
    const spot = new Spot(memory, node, value, tracks, evaluate);
    if (checkKind(spot, value)) checkAll(spot, value);
    return spot;
  }
  return memory.recall(node, value, tracks, () => evaluate(memory, definitionOf(node), value, tracks));
}

function checkAll(spot: Spot, value: unknown): void {
  checkListed(spot, value);
  if (typeof value === "number") checkNumber(spot, value);
  if (typeof value === "string") checkText(spot, value);
  if (Array.isArray(value)) checkArray(spot, value);
  if (isPlainObject(value)) checkObject(spot, value);
  checkCombinations(spot);
  // What no other keyword has looked at is known only now.
  if (Array.isArray(value)) checkOtherItems(spot, value);
  if (isPlainObject(value)) checkOtherProperties(spot, value);
}
