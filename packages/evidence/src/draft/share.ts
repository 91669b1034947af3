import { claimsOf } from "../spec/claims.js";
import type { JsonObject } from "../spec/json.js";

/** How much of a spec another one says already. */
export interface Share {
  /** The number of claims of the spec. */
  readonly claims: number;
  /** How many of them the other one has. */
  readonly shared: number;
  /** The claims that it lacks. */
  readonly lacking: readonly string[];
}

/** Compares what two specs claim, wherever they write it: a parameter that one shares and the other repeats is the same claim. */
export function shareOf(spec: JsonObject, draft: JsonObject): Share {
  const drafted = new Set(claimsOf(draft).map(({ key }) => key));
  const keys = [...new Set(claimsOf(spec).map(({ key }) => key))];
  const lacking = keys.filter((key) => !drafted.has(key));
  return { claims: keys.length, shared: keys.length - lacking.length, lacking };
}
