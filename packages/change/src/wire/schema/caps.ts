import { classOf } from "../../change/rules.js";
import type { Found } from "../found.js";
import type { Cap } from "./pair.js";

const looseness = ["safe", "unknown", undefined];

export function isLooser(cap: Cap, than: Cap): boolean {
  return looseness.indexOf(cap) > looseness.indexOf(than);
}

export function tighter(one: Cap, other: Cap): Cap {
  return isLooser(one, other) ? other : one;
}

/** Warnings are conventions, and stay. */
export function withCap(found: Found, cap: Cap): Found {
  const own = found.class ?? classOf(found.rule, found.direction);
  if (cap === undefined || own === "safe" || own === "warning") return found;
  return { ...found, class: own === "unknown" && cap === "unknown" ? "unknown" : cap };
}
