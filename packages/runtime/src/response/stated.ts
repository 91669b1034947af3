import { type Call, failure as failureOf } from "../call.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { ResponseParseError, type UnreadableAnswer } from "../errors/response-parse.js";
import type { Answer } from "../exchange.js";
import { snippetLimit, textLimit } from "../limits.js";
import { mask } from "../masking/mask.js";
import { maskValue } from "../masking/mask-value.js";
import type { AnswerProblem } from "../result.js";
import { type Body, decodeBody, type Failure } from "./body.js";
import { readJson } from "./json.js";
import { differ, matchAnswer } from "./match.js";
import { essence } from "./media-type.js";

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
  const { response, secrets } = answer;
  const { ok } = response;
  const strict = !ok || call.options.strict;
  const received = mask(response.headers.get("content-type") ?? "", secrets);
  const decoded = (): string => decodeBody(bytes);
  const masked = (): string => mask(decoded(), secrets);
  const shown = (): string => masked().slice(0, textLimit);
  const { key, content, mediaType, candidates, problem } = matchAnswer(call.operation, response, received);

  const stated = (contentType: string, problem?: AnswerProblem, value?: unknown, text?: string): Stated => ({
    status: key ?? "undocumented",
    contentType,
    text,
    problem,
    ...(ok ? { data: value } : { error: maskValue(value, secrets) }),
  });
  const undocumented = (problem?: AnswerProblem): Stated => {
    const text = shown();
    const { value = text } = readJson(decoded());
    const contentType = essence(received);
    const name = strict ? "error" : "data";
    return { status: "undocumented", contentType, text, problem, [name]: maskValue(value, secrets) };
  };

  let why = failure;
  if (!why) {
    if (!key || (problem && strict)) return undocumented(problem);
    if (!candidates[0]) return stated(mediaType, problem, undefined, shown() || undefined);
    let unread: { readonly cause?: unknown; readonly reason?: string } = {};
    for (const type of candidates) {
      const made = await content[type]?.(bytes, decoded, received, response);
      if (made && "value" in made) return stated(type, problem, made.value);
      unread = made ?? unread;
    }
    const { cause, reason = bytes.length ? "is not JSON" : "is empty" } = unread;
    // Read again without secrets: what a platform says of a JSON text shows a piece of it, in which half a secret would not be found.
    why = { reason, cause, ...readJson(masked()) };
  }
  // `fetch` takes half of a compressed body for a whole one.
  const isCut = failure || (!/^text/i.test(received) && /^\s*["[{]/.test(shown()));
  if (ok && (strict || isCut)) throw unreadable(call, answer, why, received, shown());
  const differs = (!failure && problem) || differ("body", content, why.reason);
  return strict ? undocumented(differs) : stated(candidates[0] ?? "", differs, undefined, shown());
}

/** A body that cannot be read, as an error. */
function unreadable(call: Call, answer: Answer, body: Failure, contentType: string, text: string): FacsimileError {
  const { reason, cause, tooLarge = false } = body;
  const { response, secrets, url } = answer;
  const statusCode = response.status;
  return failureOf<UnreadableAnswer>(
    call,
    ResponseParseError,
    `was answered with ${statusCode}, but its body ${reason}`,
    {
      url,
      cause: maskValue(cause, secrets),
      statusCode,
      contentType,
      snippet: text.slice(0, snippetLimit),
      tooLarge,
    },
  );
}
