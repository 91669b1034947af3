import type { Operation, ResponseDescription } from "../operation.js";
import { isJson, matchMediaType } from "./media-type.js";

/**
 * The success that an answer of 2xx is taken for whose status the document does not state: the first that has its media type, else the
 * first. Undefined where the document states none.
 */
export function nearestSuccess(responses: Operation["responses"], mediaType: string): number | string | undefined {
  const keys = Object.keys(responses).filter((key) => key.startsWith("2"));
  const key = keys.find((key) => matchMediaType(responses[key]?.content ?? {}, mediaType)) ?? keys[0];
  return Number(key) || key;
}

/** What a body may be that says it is something else, the likeliest first: JSON is sent under every name, and all else is never JSON. */
export function likelyMediaTypes(content: NonNullable<ResponseDescription["content"]>): readonly string[] {
  const stated = Object.keys(content);
  return [...stated.filter(isJson), ...stated];
}
