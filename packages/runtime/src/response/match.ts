import type { MediaTypeMatch, MediaTypeMatcher, Operation, ResponseDescription } from "../operation.js";
import type { AnswerProblem } from "../result.js";
import { findResponse } from "./find.js";
import { essence } from "./media-type.js";

/** What the document states for an answer. */
export interface Match extends MediaTypeMatch {
  /** The key of the response. Undefined where the document has nothing that the answer could be taken for. */
  readonly key: string | undefined;
  readonly content: NonNullable<ResponseDescription["content"]>;
  /** What of the answer is stated otherwise. */
  readonly problem: AnswerProblem | undefined;
}

/**
 * Finds what the document states for an answer.
 *
 * @param received The media type as it arrived.
 */
export function matchAnswer(
  operation: Operation<never>,
  { ok, status }: Pick<Response, "ok" | "status">,
  received: string,
): Match {
  const { responses, matchMediaTypes = matchOne } = operation;
  const exact = findResponse(operation, status);
  const key = exact ?? (ok ? successOf(operation, received) : undefined);
  const content = (key && responses[key]?.content) || {};
  const match = matchMediaTypes(content, received);
  // RFC 9110 6.4.1, 15.3.5, 15.3.6, 15.4.5: whatever the document says, these have no body.
  const candidates = operation.method === "HEAD" || [204, 205, 304].includes(status) ? [] : match.candidates;
  let problem: AnswerProblem | undefined;
  if (!exact) problem = differ("status", responses, `${status}`);
  else if (!match.mediaType && candidates[0]) problem = differ("content-type", content, received);
  return { ...match, key, content, candidates, problem };
}

/** @param stated By what the document states. */
export function differ(kind: AnswerProblem["kind"], stated: object, received: string): AnswerProblem {
  return { kind, stated: Object.keys(stated), received };
}

/** The success that an answer of 2xx is taken for whose status the document does not state. */
function successOf({ responses, nearestSuccess }: Operation<never>, received: string): string | undefined {
  const successes = Object.keys(responses).filter((key) => key.startsWith("2"));
  return nearestSuccess?.(responses, successes, received) ?? successes[0];
}

/** Of one media type. An answer that names none is taken for it. */
const matchOne: MediaTypeMatcher = (content, received) => {
  const candidates = Object.keys(content);
  const mediaType = candidates.find((stated) => !received || essence(stated) === essence(received)) ?? "";
  return { mediaType, candidates: mediaType ? [mediaType] : candidates };
};
