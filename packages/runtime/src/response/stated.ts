import { type Call, failure as failureOf } from "../call.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { ResponseParseError, type UnreadableAnswer } from "../errors/response-parse.js";
import type { Answer } from "../exchange.js";
import { snippetLimit, textLimit } from "../limits.js";
import type { Undocumented } from "../result.js";
import { mask, maskError } from "../secrets.js";
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
 * Finds what the document states for an answer, and reads the body by it. Secrets are taken out of all but successes that the document
 * states: some APIs repeat the credential that they refuse.
 *
 * @throws ResponseParseError when the body of a success that the document states cannot be read: that is no success. Of a failure, the
 * status says enough.
 */
export function readStated(call: Call, answer: Answer, { bytes, failure }: Body): Stated {
  const { response, secrets } = answer;
  const { operation } = call;
  const { ok, status } = response;
  const mediaType = response.headers.get("content-type") ?? "";
  const masked = (): string => mask(decodeBody(bytes), secrets);
  const misfit = (reason: Undocumented["reason"], failure?: Failure): Stated => {
    const whole = masked();
    if (failure && ok) throw unreadable(call, answer, failure, mediaType, whole);
    const text = whole.slice(0, textLimit);
    const json = readJson(whole);
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
  const made = read(bytes, ok ? () => decodeBody(bytes) : masked, mediaType);
  if ("value" in made) return fit(made.value);
  return misfit("body", { reason: bytes.length ? "is not JSON" : "is empty", ...made });
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
    cause: maskError(cause, secrets),
    statusCode: status,
    contentType,
    snippet: whole.slice(0, snippetLimit),
    tooLarge,
  });
}
