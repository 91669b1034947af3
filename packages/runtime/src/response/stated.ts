import { type Call, failure as failureOf } from "../call.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { ResponseParseError, type UnreadableAnswer } from "../errors/response-parse.js";
import type { Answer } from "../exchange.js";
import { snippetLimit, textLimit } from "../limits.js";
import { mask } from "../masking/mask.js";
import { maskValue } from "../masking/mask-value.js";
import type { Undocumented } from "../result.js";
import { type Body, decodeBody, type Failure } from "./body.js";
import { findResponse } from "./find.js";
import { readJson } from "./json.js";
import { essence, matchMediaType } from "./media-type.js";

/** What the document makes of an answer. A success that it states has `data`, all others have `error`. */
export interface Stated {
  readonly status: number | string;
  readonly contentType: string;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly text?: string;
  readonly reason?: Undocumented["reason"];
}

/**
 * Finds what the document states for an answer, and reads the body by it. Secrets are taken out of texts that are not data; out of `error`,
 * they have to be taken yet: JSON is JSON still when its values are masked, not its text.
 *
 * @throws ResponseParseError when the body of a success that the document states cannot be read: that is no success. Of a failure, the
 * status says enough.
 */
export function readStated(call: Call, answer: Answer, { bytes, failure }: Body): Stated {
  const { response, secrets } = answer;
  const { operation } = call;
  const { ok, status } = response;
  const mediaType = mask(response.headers.get("content-type") ?? "", ok ? [] : secrets);
  const decoded = (): string => decodeBody(bytes);
  const masked = (): string => mask(decoded(), secrets);
  const misfit = (reason: Undocumented["reason"], failure?: Failure): Stated => {
    const whole = masked();
    if (failure && ok) throw unreadable(call, answer, failure, mediaType, whole);
    const text = whole.slice(0, textLimit);
    const json = readJson(decoded());
    return {
      status: "undocumented",
      contentType: essence(mediaType),
      text,
      reason,
      error: "value" in json ? json.value : text,
    };
  };
  const key = findResponse(operation, status) ?? "";
  const stated = operation.responses[key];
  if (failure) return misfit("body", failure);
  if (!stated) return misfit("status");
  const { content } = stated;
  const contentType = matchMediaType(content ?? {}, mediaType);
  const fit = (value?: unknown, text?: string): Stated => ({
    status: key,
    contentType,
    ...(text && { text }),
    [ok ? "data" : "error"]: value,
  });
  // RFC 9110 6.4.1, 15.3.5, 15.3.6, 15.4.5: whatever the document says, these have no body.
  if (operation.method === "HEAD" || [204, 205, 304].includes(status)) return fit();
  const read = content?.[contentType];
  if (!content) return fit(undefined, masked().slice(0, textLimit));
  if (!read) return misfit("content-type");
  const made = read(bytes, decoded, mediaType);
  if ("value" in made) return fit(made.value);
  // Read again without secrets: what a platform says of a JSON text shows a piece of it, in which half a secret would not be found.
  return misfit("body", {
    reason: bytes.length ? "is not JSON" : "is empty",
    ...made,
    ...read(bytes, masked, mediaType),
  });
}

/** What is thrown of a success whose body cannot be read. */
function unreadable(
  call: Call,
  { response: { status }, url, secrets }: Answer,
  { reason, cause, tooLarge = false }: Failure,
  contentType: string,
  whole: string,
): FacsimileError {
  return failureOf<UnreadableAnswer>(call, ResponseParseError, `was answered with ${status}, but its body ${reason}`, {
    url,
    cause: maskValue(cause, secrets),
    statusCode: status,
    contentType: mask(contentType, secrets),
    snippet: whole.slice(0, snippetLimit),
    tooLarge,
  });
}
