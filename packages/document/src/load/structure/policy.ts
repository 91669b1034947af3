import type { JsonObject } from "../document.js";
import { isObject } from "../object.js";
import type { Edits } from "./edits.js";
import { objectAt, type Place, writtenAt } from "./place.js";
import { fillOf, requiredFields } from "./required.js";
import { scopes } from "./security-shapes.js";
import type { ObjectName } from "./shape.js";

/**
 * What becomes of a place with a value that nothing can be made of.
 *
 * - `nothing`: nobody asked for it but a reference, which is told.
 * - `filled`: something that stands in for it is written there.
 * - `replaced`: it is kept, with nothing known of it.
 * - `left out`: it is a part of the document that others can do without; this costs the part.
 * - `outer`: what it stands in cannot do without it.
 * - `dropped`: it says nothing without which something false would be said.
 */
export type Policy = "nothing" | "filled" | "replaced" | "left out" | "outer" | "dropped";

export function policyOf(place: Place, edits: Edits): Policy {
  const { outer, holder, key } = place;
  if (outer === undefined) return "nothing";
  const container = objectAt(outer);
  if (container !== undefined && isObject(holder) && requiredFields(holder, container, edits).includes(String(key)))
    return isFilled(place, holder, container, edits) ? "filled" : "outer";
  if (isReplaced(place)) return "replaced";
  const isNothing = writtenAt(place) === null;
  if (isComponent(place)) return "left out";
  if (isNothing) return isScheme(place) ? "left out" : "dropped";
  if (isPart(place)) return "left out";
  return isEssential(place) ? "outer" : "dropped";
}

function isFilled(place: Place, holder: JsonObject, container: ObjectName, edits: Edits): boolean {
  // Whatever stands where the content of a request is meant may be about what has to be sent.
  if (container === "Request Body" && writtenAt(place) !== null) return false;
  return fillOf(holder, container, String(place.key), edits) !== undefined;
}

function isReplaced(place: Place): boolean {
  const name = objectAt(place);
  return name === "Response" || name === "Media Type" || place.shape === scopes;
}

const parts: ReadonlySet<string | undefined> = new Set(["Operation", "Path Item", "Security Scheme", "Server"]);

function isPart(place: Place): boolean {
  return parts.has(objectAt(place));
}

function isScheme(place: Place): boolean {
  return objectAt(place) === "Security Scheme";
}

/** An entry of `components` that has no stand-in: what refers to it cannot do without it. */
function isComponent(place: Place): boolean {
  return objectAt(place.outer?.outer) === "Components" && ["Parameter", "Request Body"].includes(objectAt(place) ?? "");
}

/** What decides about the request that is sent, or about which answers there are. */
const essential: Readonly<Record<string, readonly string[]>> = {
  Operation: ["parameters", "requestBody", "responses"],
  "Path Item": ["parameters"],
};

function isEssential(place: Place): boolean {
  const container = objectAt(place.outer) ?? "";
  if (Object.hasOwn(essential, container)) return essential[container]?.includes(String(place.key)) ?? false;
  // One of several types that is unknown makes all of them unknown.
  return objectAt(place) === "Parameter" || place.shape.kind === "choice";
}
