import type { Operation, ResponseDescription } from "../operation.js";
import type { AnswerProblem } from "../result.js";
import { findResponse } from "./find.js";
import { isJson, matchMediaType } from "./media-type.js";
import { nearestSuccess } from "./nearest.js";

/** What the document states for an answer. */
export interface Match {
  /** The key of the response. Undefined where the document has nothing that the answer could be taken for. */
  readonly key: number | string | undefined;
  readonly content: NonNullable<ResponseDescription["content"]>;
  /** The media type that has arrived, as the document writes it. Empty where it states another, or none. */
  readonly mediaType: string;
  /** What the body may be, the likeliest first. Empty where there is none. */
  readonly candidates: readonly string[];
  /** What of the answer is stated otherwise. */
  readonly problem: AnswerProblem | undefined;
}

/**
 * Finds what the document states for an answer.
 *
 * @param mediaType As it arrived.
 */
export function matchAnswer(
  operation: Operation<never>,
  { ok, status }: Pick<Response, "ok" | "status">,
  received: string,
): Match {
  const { responses, method } = operation;
  const exact = findResponse(operation, status);
  const key = exact ?? (ok ? nearestSuccess(responses, received) : undefined);
  const content = (key && responses[key]?.content) || {};
  const mediaType = matchMediaType(content, received);
  // RFC 9110 6.4.1, 15.3.5, 15.3.6, 15.4.5: whatever the document says, these have no body.
  const bodiless = method === "HEAD" || [204, 205, 304].includes(status);
  const candidates = bodiless ? [] : mediaType ? [mediaType] : likelyMediaTypes(content);
  let problem: AnswerProblem | undefined;
  if (exact === undefined) problem = differ("status", responses, `${status}`);
  else if (!mediaType && candidates[0]) problem = differ("content-type", content, received);
  return { key, content, mediaType, candidates, problem };
}

/** @param stated By what the document states. */
export function differ(kind: AnswerProblem["kind"], stated: object, received: string): AnswerProblem {
  return { kind, stated: Object.keys(stated), received };
}

/** What a body may be that says it is something else, the likeliest first: JSON is sent under every name, and all else is never JSON. */
function likelyMediaTypes(content: Match["content"]): readonly string[] {
  const stated = Object.keys(content);
  return [...stated.filter(isJson), ...stated];
}
