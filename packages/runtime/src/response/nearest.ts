import type { Operation } from "../operation.js";
import { matchMediaType } from "./media-type.js";

/**
 * The success that an answer of 2xx is taken for whose status the document does not state: the first that has its media type, else the
 * first. Undefined where the document states none.
 */
export function nearestSuccess(responses: Operation["responses"], mediaType: string): number | string | undefined {
  const keys = Object.keys(responses).filter((key) => key.startsWith("2"));
  const key = keys.find((key) => matchMediaType(responses[key]?.content ?? {}, mediaType)) ?? keys[0];
  return Number(key) || key;
}
