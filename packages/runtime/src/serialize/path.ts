import type { Parameter } from "../operation.js";
import type { RequestDraft, RequestWriter } from "../request.js";
import { encode } from "./encode.js";
import { type Given, writeGiven } from "./given.js";
import { refuse } from "./refuse.js";
import { readText } from "./value.js";

/** What an URL parser drops or climbs on: nothing, one dot or two, encoded as often as one likes. */
const dots = /^(\.|%(25)*2e){0,2}$/i;

/**
 * Fills a path template with single values in style `simple`. The result has the segments of the template, no more and no fewer, whatever
 * the values are.
 *
 * Throws InvalidRequestError for a value that is missing, null, empty, `.` or `..` (encoded or not), an array or object, or not valid
 * Unicode.
 */
export const writePath: RequestWriter = (draft, operation, input) => {
  fillPath(
    draft,
    writeGiven("path", operation, input, (parameter, value) => encode(readSegment(parameter, value))),
  );
};

/** A text that may stand in a path by itself. */
export function readSegment(parameter: Parameter, value: unknown): string {
  return refuseDots(parameter, readText(parameter, value));
}

/** Puts encoded texts into the template that a draft begins with. */
export function fillPath(draft: RequestDraft, texts: readonly Given<string>[]): void {
  const fill = (_: string, name: string): string => texts.find(([parameter]) => parameter.name === name)?.[1] ?? "";
  draft.path = draft.path.replace(/[^/{}]*(\{[^{}]*\}[^/{}]*)+/g, (segment) =>
    refuseDots({ in: "path", name: segment }, segment.replace(/\{([^{}]*)\}/g, fill)),
  );
}

function refuseDots(place: Parameters<typeof refuse>[0], text: string): string {
  return dots.test(text) ? refuse(place, "would change the path") : text;
}
