import { completeResponse } from "../fetched.js";
import { defaultResponseSize } from "../limits.js";
import type { Middleware } from "../middleware.js";
import { matchAnswer } from "../response/match.js";
import { type Opening, remember } from "./opening.js";
import { readStream } from "./read-stream.js";
import { sourceOf } from "./source.js";

/**
 * The middleware of a call whose answer may be a stream: that of the caller, and around it what takes the body of a stream out of the answer before
 * that is read to its end. It sees what the caller's hands on, such as an answer of a test.
 */
export function takeBodies(opening: Opening, given: readonly Middleware[]): readonly Middleware[] {
  const taking: Middleware = { onResponse: ({ response }) => takeBody(opening, response) };
  return [
    taking,
    ...given.map((layer): Middleware => {
      if (!layer.onRequest) return layer;
      return {
        onRequest: async (context) => {
          const response = await layer.onRequest?.(context);
          return response && (takeBody(opening, response) ?? response);
        },
        onResponse: (context) => layer.onResponse?.(context),
        onError: (context) => layer.onError?.(context),
      };
    }),
  ];
}

/** The answer without its body, where that is a stream. */
function takeBody(opening: Opening, response: Response): Response | undefined {
  const { operation, options } = opening.call;
  if (!response.ok) return undefined;
  const contentType = response.headers.get("content-type") ?? "";
  const { key, content, candidates, problem } = matchAnswer(operation, response, contentType);
  if (!key || (problem && options.strict)) return undefined;
  const mediaType = candidates.find((one) => content[one] === readStream);
  const description = operation.responses[key]?.streams?.[mediaType ?? ""];
  if (!description) return undefined;
  const { status, statusText, headers } = response;
  // One of several media types, of which none is the one that arrived, may be no stream: the body is read to find out.
  const isStream = mediaType === candidates[0];
  const answer = isStream ? completeResponse({ status, statusText, headers, body: null }) : response;
  const source = isStream ? sourceOf(response, options.maxResponseSize ?? defaultResponseSize) : undefined;
  opening.arrived = { description, source, status, contentType };
  remember(answer, opening);
  return answer;
}
