import { type Call, failure as failureOf } from "../call.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { ResponseParseError, type UnreadableAnswer } from "../errors/response-parse.js";
import type { Answer } from "../exchange.js";
import { snippetLimit } from "../limits.js";
import { maskValue } from "../masking/mask-value.js";
import type { Body, Failure } from "./body.js";
import { readJson } from "./json.js";

/**
 * A body that cannot be read, as an error.
 *
 * @param text The body without secrets.
 */
export function unreadable(
  call: Call,
  { response: { status: statusCode }, url }: Answer,
  body: Body,
  failure: Failure,
  contentType: string,
  text: string,
): FacsimileError {
  // Read again without secrets: what a platform says of a JSON text shows a piece of it, in which half a secret would not be found.
  const { reason, cause, tooLarge = false }: Failure = { ...failure, ...(body.failure ?? readJson(text)) };
  return failureOf<UnreadableAnswer>(
    call,
    ResponseParseError,
    `was answered with ${statusCode}, but its body ${reason}`,
    {
      url,
      cause: maskValue(cause, call.secrets),
      statusCode,
      contentType,
      snippet: text.slice(0, snippetLimit),
      tooLarge,
    },
  );
}
