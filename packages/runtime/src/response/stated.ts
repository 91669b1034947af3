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

/** What most answers have: it holds no secret, and to look for one takes time. */
const usual = /^application\/json(; *charset=utf-8)?$/i;

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
 * call is strict. Secrets are taken out of all that is not data.
 *
 * @throws ResponseParseError when the body of a success is cut, or, where the call is strict, is not the JSON that the document states. Of a
 * failure, the status says enough.
 */
export async function readStated(call: Call, answer: Answer, body: Body): Promise<Stated> {
  const { response, secrets } = answer;
  const { ok } = response;
  const strict = !ok || call.options.strict;
  const type = response.headers.get("content-type") ?? "";
  const received = usual.test(type) ? type : mask(type, secrets);
  const match = matchAnswer(call.operation, response, received);
  const { key, content, candidates } = match;
  const known = key && !(match.problem && strict);
  const read: ReadValue = body.failure || !known ? body : await readValue(match, body, received, response);
  const { failure, value, type: contentType = "" } = read;
  const masked = (): string => mask(decodeBody(body.bytes), secrets);
  if (failure && ok && (strict || body.failure || (value === undefined && seemsCut(received, masked()))))
    throw unreadable(call, answer, body, failure, received, masked());
  const problem = failure && (body.failure || !match.problem) ? differ("body", content, failure.reason) : match.problem;
  const text = failure || !known || !candidates[0] ? masked().slice(0, textLimit) : undefined;
  if (!known || (failure && strict)) {
    const { value: error = text } = readJson(decodeBody(body.bytes));
    return {
      status: "undocumented",
      contentType: essence(received),
      text,
      problem,
      [strict ? "error" : "data"]: maskValue(error, secrets),
    };
  }
  return {
    status: key,
    contentType,
    text: text || undefined,
    problem,
    [ok ? "data" : "error"]: ok ? value : maskValue(value, secrets),
  };
}

/** Whether a body begins as JSON, and does not say that it is text: `fetch` takes half of a compressed body for a whole one. */
function seemsCut(mediaType: string, text: string): boolean {
  return !/^text/i.test(mediaType) && /^\s*["[{]/.test(text);
}
