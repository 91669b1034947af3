import type { MediaTypeMatcher } from "../operation.js";
import { isJson, matchMediaType } from "./media-type.js";

/** Of several media types, or of ranges. What says it is something else may be each, JSON first: JSON is sent under every name, and all else is never JSON. */
export const matchMediaTypes: MediaTypeMatcher = (content, received) => {
  const mediaType = matchMediaType(content, received);
  const stated = Object.keys(content);
  return { mediaType, candidates: mediaType ? [mediaType] : [...stated.filter(isJson), ...stated] };
};
