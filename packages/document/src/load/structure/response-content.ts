import type { JsonObject } from "../document.js";
import type { Edits } from "./edits.js";
import { objectAt, type Place } from "./place.js";

/**
 * A response whose content names no media type has a body all the same, of which nothing is known. That each of the names is none is
 * said where media types are built.
 */
export function settleContent(content: JsonObject, place: Place, edits: Edits): void {
  if (place.key !== "content" || objectAt(place.outer) !== "Response") return;
  // What a reference leads to is settled there.
  if (Object.hasOwn(content, "$ref")) return;
  const names = Object.keys(content).filter((name) => !name.startsWith("x-"));
  if (names.length === 0 || names.some((name) => /^[^/]+\/[^/]+/.test(name))) return;
  edits.set({ source: place.source, holder: content, key: "*/*" }, {});
}
