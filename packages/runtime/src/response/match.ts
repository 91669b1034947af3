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
  const successes = Object.keys(responses).filter((one) => one.startsWith("2"));
  const exact = findResponse(operation, status);
  // An answer of 2xx whose status the document does not state is taken for a success that it states.
  const nearest = ok ? (operation.nearestSuccess?.(responses, successes, received) ?? successes[0]) : undefined;
  const key = exact ?? nearest;
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

/** Of one media type. An answer that names none is taken for it. */
const matchOne: MediaTypeMatcher = (content, received) => {
  const candidates = Object.keys(content);
  const mediaType = candidates.find((stated) => !received || essence(stated) === essence(received)) ?? "";
  return { mediaType, candidates: mediaType ? [mediaType] : candidates };
};
