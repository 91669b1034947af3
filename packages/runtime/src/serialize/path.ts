import type { RequestWriter } from "../operation.js";
import { encode } from "./encode.js";
import { writeGiven } from "./given.js";
import { type Place, refuse } from "./refuse.js";
import { readText } from "./value.js";

/** What a URL parser drops or climbs on: one dot or two, encoded as often as one likes. */
const dots = /^(\.|%(25)*2e){1,2}$/i;

/**
 * Fills a path template each of whose parameters is a segment of its own, a single value in style `simple`. The result has the segments of
 * the template, no more and no fewer, whatever the values are. No name is twice in a template: the generator refuses that.
 *
 * Throws InvalidRequestError for a value that is missing, null, empty, `.` or `..` (encoded or not), an array or object, or not valid
 * Unicode.
 */
export const writePath: RequestWriter = (draft, operation, input) => {
  writeGiven("path", operation, input, (parameter, value) => {
    const segment = encode(refuseDots(parameter, readText(parameter, value)));
    // What is encoded has no `$`, which would mean something here.
    draft.path = draft.path.replace(`{${parameter.name}}`, segment);
  });
};

/** Refuses a text that may not stand in a path by itself: the path would have another number of segments. */
export function refuseDots(place: Place, text: string): string {
  if (!text) return refuse(place, "is empty");
  return dots.test(text) ? refuse(place, "would change the path") : text;
}
