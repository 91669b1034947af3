import { type Call, failure as failureOf } from "../call.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { ResponseParseError, type UnreadableAnswer } from "../errors/response-parse.js";
import type { Answer } from "../exchange.js";
import { snippetLimit, textLimit } from "../limits.js";
import { mask } from "../masking/mask.js";
import { maskValue } from "../masking/mask-value.js";
import type { AnswerProblem } from "../result.js";
import { type Body, decodeBody, type Failure } from "./body.js";
import { findResponse } from "./find.js";
import { readJson } from "./json.js";
import { essence, matchMediaType } from "./media-type.js";
import { likelyMediaTypes, nearestSuccess } from "./nearest.js";

/** What the document makes of an answer. A success has `data`, all others have `error`. */
export interface Stated {
  readonly status: number | string;
  readonly contentType: string;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly text: string | undefined;
  readonly problem: AnswerProblem | undefined;
}

/**
 * Finds what the document states for an answer, and reads the body by it. Of a success, what differs is a problem beside the data, unless the
 * call is strict. Secrets are taken out of texts that are not data; out of `error`, they have to be taken yet: JSON is JSON still when its
 * values are masked, not its text.
 *
 * @throws ResponseParseError when the body of a success is cut, or, where the call is strict, is not the JSON that the document states. Of a
 * failure, the status says enough.
 */
export async function readStated(call: Call, answer: Answer, { bytes, failure }: Body): Promise<Stated> {
  const { operation, options } = call;
  const { response, secrets, url } = answer;
  const { responses, method } = operation;
  const { ok, status } = response;
  const strict = !ok || options.strict;
  const received = mask(response.headers.get("content-type") ?? "", secrets);
  const decoded = (): string => decodeBody(bytes);
  const whole = (): string => mask(decoded(), secrets);
  const shown = (): string => whole().slice(0, textLimit);
  const exact = findResponse(operation, status);
  const key = exact ?? (ok && nearestSuccess(responses, received));
  const content = (key && responses[key]?.content) || {};
  const matched = matchMediaType(content, received);
  let problem: AnswerProblem | undefined;

  const stated = (contentType: string, value?: unknown, text?: string): Stated => ({
    status: key || "undocumented",
    contentType,
    text,
    problem,
    [ok ? "data" : "error"]: value,
  });
  const undocumented = (): Stated => {
    const json = readJson(decoded());
    const value = "value" in json ? maskValue(json.value, secrets) : shown();
    return {
      status: "undocumented",
      contentType: essence(received),
      text: shown(),
      problem,
      [strict ? "error" : "data"]: value,
    };
  };
  /** Notes what differs, and says whether the answer is therefore not what the document states. */
  const differs = (kind: AnswerProblem["kind"], stated: object, received: string): unknown => {
    problem ??= { kind, stated: Object.keys(stated), received };
    return strict;
  };
  const cannotBeRead = ({ reason, cause, tooLarge = false }: Failure): FacsimileError =>
    failureOf<UnreadableAnswer>(call, ResponseParseError, `was answered with ${status}, but its body ${reason}`, {
      url,
      cause: maskValue(cause, secrets),
      statusCode: status,
      contentType: received,
      snippet: whole().slice(0, snippetLimit),
      tooLarge,
    });

  if (failure) {
    if (ok) throw cannotBeRead(failure);
    differs("body", content, failure.reason);
    return undocumented();
  }
  if (exact === undefined && (differs("status", responses, `${status}`) || !key)) return undocumented();
  const mediaTypes = matched ? [matched] : likelyMediaTypes(content);
  // RFC 9110 6.4.1, 15.3.5, 15.3.6, 15.4.5: whatever the document says, these have no body.
  if (!mediaTypes[0] || method === "HEAD" || [204, 205, 304].includes(status))
    return stated(matched, undefined, shown() || undefined);
  if (!matched && differs("content-type", content, received)) return undocumented();
  let unread: { readonly cause?: unknown; readonly reason?: string } = {};
  for (const type of mediaTypes) {
    const made = await content[type]?.(bytes, decoded, received, response);
    if (made && "value" in made) return stated(type, made.value);
    unread = made ?? unread;
  }
  const { cause, reason = bytes.length ? "is not JSON" : "is empty" } = unread;
  // `fetch` takes half of a compressed body for a whole one.
  const isCut = !/^text/i.test(received) && /^\s*["[{]/.test(shown());
  // Read again without secrets: what a platform says of a JSON text shows a piece of it, in which half a secret would not be found.
  if (ok && (strict || isCut)) throw cannotBeRead({ reason, cause, ...readJson(whole()) });
  return differs("body", content, reason) ? undocumented() : stated(mediaTypes[0], undefined, shown());
}
