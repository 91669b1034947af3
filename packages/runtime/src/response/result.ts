import { type Call, failure as failureOf } from "../call.js";
import { ResponseParseError, type UnreadableAnswer } from "../errors/response-parse.js";
import type { Answer } from "../exchange.js";
import type { Operation } from "../operation.js";
import type { AnyResult, Undocumented } from "../result.js";
import { mask, maskError, maskHeaders } from "../secrets.js";
import { type Body, decodeBody, type Failure, readBody } from "./body.js";
import { findResponse } from "./find.js";
import { readJson } from "./json.js";
import { essence, matchMediaType } from "./media-type.js";

/** 64 MiB. */
const defaultMaxSize = 2 ** 26;

/** How many characters are kept of a body that the document does not state. */
const textLimit = 10_000;

/** How many characters an error shows of a body that cannot be read. */
const snippetLimit = 1_000;

/** What the document makes of an answer: the value of its body, what else of the result depends on it, and why the body cannot be read. */
type Reading = readonly [value: unknown, reading: Read, failure?: Failure | undefined];

interface Read {
  readonly status: number | string;
  readonly contentType: string;
  readonly text?: string;
  readonly reason?: Undocumented["reason"];
}

/**
 * Reads an answer as the document describes it. Secrets are taken out of all but successes that the document states: some APIs repeat the
 * credential that they refuse.
 *
 * @throws ResponseParseError when the body of a success that the document states cannot be read: that is no success. Of a failure, the
 * status says enough.
 */
export async function readResult(call: Call, { response, url, secrets }: Answer): Promise<AnyResult> {
  const { operation, options } = call;
  const body = await readBody(response, options.maxResponseSize ?? defaultMaxSize);
  const masked = (): string => mask(decodeBody(body.bytes), secrets);
  const { headers: received, ok: isSuccess, status, statusText } = response;
  const mediaType = received.get("content-type") ?? "";
  const text = isSuccess ? () => decodeBody(body.bytes) : masked;
  const [value, reading, failure] = readStated(operation, status, body, mediaType, text, masked);
  if (failure && isSuccess) {
    const { reason, cause, tooLarge = false } = failure;
    throw failureOf<UnreadableAnswer>(call, ResponseParseError, `was answered with ${status}, but its body ${reason}`, {
      url,
      cause: maskError(cause, secrets),
      statusCode: status,
      contentType: mediaType,
      snippet: masked().slice(0, snippetLimit),
      tooLarge,
    });
  }
  const ok = isSuccess && !reading.reason;
  const headers = ok ? received : maskHeaders(received, secrets);
  const result: Record<string, unknown> = {
    ok,
    ...reading,
    statusCode: status,
    headers: operation.readHeaders?.(operation.responses[reading.status]?.headers ?? {}, headers) ?? {},
    response: {
      operation: operation.id,
      method: operation.method,
      url,
      status,
      statusText: mask(statusText, ok ? [] : secrets),
      headers,
      requestId:
        headers.get("x-request-id") ?? headers.get("request-id") ?? headers.get("x-correlation-id") ?? undefined,
    },
  };
  result[ok ? "data" : "error"] = value;
  // A cast because the compiler does not know that `ok` and `reason` say which of the three it is.
  return result as unknown as AnyResult;
}

function readStated(
  operation: Operation<never>,
  status: number,
  { bytes, failure }: Body,
  mediaType: string,
  text: () => string,
  masked: () => string,
): Reading {
  const misfit = (reason: Undocumented["reason"], failure?: Failure): Reading => {
    const whole = masked();
    const text = whole.slice(0, textLimit);
    const json = readJson(whole);
    const reading: Read = { status: "undocumented", contentType: essence(mediaType), text, reason };
    return ["value" in json ? json.value : text, reading, failure];
  };
  const key = findResponse(operation, status) ?? "";
  const stated = operation.responses[key];
  if (failure) return misfit("body", failure);
  if (!stated) return misfit("status");
  const { content } = stated;
  const contentType = matchMediaType(content ?? {}, mediaType);
  const fit = (value?: unknown, text?: string): Reading => [value, { status: key, contentType, ...(text && { text }) }];
  // RFC 9110 6.4.1, 15.3.5, 15.3.6, 15.4.5: whatever the document says, these have no body.
  if (operation.method === "HEAD" || [204, 205, 304].includes(status)) return fit();
  const read = content?.[contentType];
  if (!content) return fit(undefined, masked().slice(0, textLimit));
  if (!read) return misfit("content-type");
  const made = read(bytes, text, mediaType);
  if ("value" in made) return fit(made.value);
  return misfit("body", { reason: bytes.length > 0 ? "is not JSON" : "is empty", ...made });
}
