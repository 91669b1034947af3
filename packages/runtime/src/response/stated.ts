import type { Call } from "../call.js";
import type { Answer } from "../exchange.js";
import { textLimit } from "../limits.js";
import { mask } from "../masking/mask.js";
import { maskValue } from "../masking/mask-value.js";
import type { AnswerProblem } from "../result.js";
import { type Body, decodeBody } from "./body.js";
import { readJson } from "./json.js";
import { differ, matchAnswer } from "./match.js";
import { essence } from "./media-type.js";
import { unreadable } from "./unreadable.js";
import { type ReadValue, readValue } from "./value.js";

/** What the document makes of an answer. A success has `data`, all others have `error`. */
export interface Stated {
  readonly ok: boolean;
  readonly status: number | string;
  readonly contentType: string;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly text: string | undefined;
  readonly problem: AnswerProblem | undefined;
}

/**
 * Finds what the document states for an answer, and reads the body by it. Of a success, what differs is a problem beside the data, unless the
 * call is strict. Secrets are taken out of all that is not data.
 *
 * @throws ResponseParseError when the body of a success is cut, or, where the call is strict, is not the JSON that the document states. Of a
 * failure, the status says enough.
 */
export async function readStated(call: Call, answer: Answer, body: Body): Promise<Stated> {
  const { secrets } = call;
  const { response } = answer;
  const { ok } = response;
  const strict = !ok || call.options.strict;
  const type = response.headers.get("content-type") ?? "";
  const received = ok ? type : mask(type, secrets);
  const match = matchAnswer(call.operation, response, received);
  const { key, content, problem } = match;
  const known = key && !(problem && strict);
  const read: ReadValue = body.failure || !known ? body : await readValue(match, body, received, response);
  const { failure } = read;
  const masked = (): string => mask(decodeBody(body.bytes), secrets);
  if (failure && ok && (strict || body.failure || (read.value === undefined && seemsCut(received, masked()))))
    throw unreadable(call, answer, body, failure, mask(received, secrets), masked());
  const text = failure || !known || !match.candidates[0] ? masked().slice(0, textLimit) : undefined;
  const isStated = known && !(failure && strict);
  // What is not stated is JSON, or else its text.
  const { value = isStated ? undefined : text } = isStated ? read : readJson(decodeBody(body.bytes));
  const success = ok && (isStated || !strict);
  const differing = failure && (body.failure || !problem) ? differ("body", content, failure.reason) : problem;
  return {
    ok: success,
    status: isStated ? Number(key) || key : "undocumented",
    contentType: isStated ? (read.type ?? "") : essence(mask(received, secrets)),
    text: isStated ? text || undefined : text,
    // A cast because what is masked keeps its shape.
    problem: maskValue(differing, secrets) as typeof differing,
    [success ? "data" : "error"]: isStated && ok ? value : maskValue(value, secrets),
  };
}

/** Whether a body begins as JSON, and does not say that it is text: `fetch` takes half of a compressed body for a whole one. */
function seemsCut(mediaType: string, text: string): boolean {
  return !/^text/i.test(mediaType) && /^\s*["[{]/.test(text);
}
