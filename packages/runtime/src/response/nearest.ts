import type { SuccessFinder } from "../operation.js";
import { matchMediaType } from "./media-type.js";

/** The first success that has the media type of an answer. */
export const nearestSuccess: SuccessFinder = (responses, successes, mediaType) =>
  successes.find((key) => matchMediaType(responses[key]?.content ?? {}, mediaType));
