import type { Call } from "../call.js";
import type { Answer } from "../exchange.js";
import type { ResponseDescription } from "../operation.js";
import type { AnyResult, ResponseInfo, Undocumented } from "../result.js";
import { mask, maskHeaders } from "../secrets.js";
import { decodeBody, readBody } from "./body.js";
import { findResponse } from "./find.js";
import { decodeHeaders } from "./headers.js";
import { readJson } from "./json.js";
import { essence, kindOf, matchMediaType } from "./media-type.js";
import { type Received, refuseBody, textOf } from "./received.js";

/** 64 MiB. */
const defaultMaxSize = 2 ** 26;

/** How many characters are kept of a body that the document does not state. */
const textLimit = 10_000;

/**
 * Reads an answer as the document describes it.
 *
 * @throws ResponseParseError when the body of a success that the document states cannot be read.
 */
export async function readResult(call: Call, answer: Answer, secrets: readonly string[]): Promise<AnyResult> {
  const { response, url } = answer;
  const body = await readBody(response, call.options.maxResponseSize ?? defaultMaxSize);
  const mediaType = response.headers.get("content-type") ?? "";
  const received: Received = { call, response, url, secrets, mediaType, bytes: body.bytes };
  if (body.failure) return unreadable(received, body.failure);
  const { operation } = call;
  const key = findResponse(operation.responses, response.status);
  const stated = key === undefined ? undefined : operation.responses[key];
  return key === undefined || !stated ? undocumented(received, "status") : readStated(received, key, stated);
}

function readStated(received: Received, key: string, stated: ResponseDescription): AnyResult {
  const { response, bytes } = received;
  const { status } = response;
  const contentType = stated.content && matchMediaType(stated.content, received.mediaType);
  const headers = response.ok ? response.headers : maskHeaders(response.headers, received.secrets);
  const settle = (value: unknown, text?: string): AnyResult => {
    const common = {
      status: key === `${status}` ? status : key,
      statusCode: status,
      headers: decodeHeaders(stated.headers, headers),
      contentType: contentType ?? "",
      ...(text && { text }),
      response: describe(received, headers),
    };
    return response.ok ? { ok: true, data: value, ...common } : { ok: false, error: value, ...common };
  };
  // RFC 9110 6.4.1, 15.3.5, 15.3.6, 15.4.5: whatever the document says, these have no body.
  if (received.call.operation.method === "HEAD" || [204, 205, 304].includes(status)) return settle(undefined);
  if (!stated.content) return settle(undefined, textOf(received).slice(0, textLimit));
  if (contentType === undefined) return undocumented(received, "content-type");
  const kind = kindOf(received.mediaType || contentType);
  if (kind === "binary") return settle(new Blob([bytes], { type: received.mediaType }));
  const text = response.ok ? decodeBody(received) : textOf(received);
  if (kind === "text") return settle(text);
  const json = readJson(text);
  return "value" in json
    ? settle(json.value)
    : unreadable(received, { reason: text ? "is not JSON" : "is empty", cause: json.cause });
}

/** A success that cannot be read is no success; of a failure the status says enough. */
function unreadable(received: Received, failure: Parameters<typeof refuseBody>[1]): Undocumented {
  return received.response.ok ? refuseBody(received, failure) : undocumented(received, "body");
}

function undocumented(received: Received, reason: Undocumented["reason"]): Undocumented {
  const whole = textOf(received);
  const text = whole.slice(0, textLimit);
  const json = readJson(whole);
  return {
    ok: false,
    status: "undocumented",
    statusCode: received.response.status,
    error: "value" in json ? json.value : text,
    headers: {},
    contentType: essence(received.mediaType),
    text,
    reason,
    response: describe(received, maskHeaders(received.response.headers, received.secrets)),
  };
}

function describe({ call, response, secrets, url }: Received, headers: Headers): ResponseInfo {
  const { status } = response;
  const statusText = mask(response.statusText, secrets);
  const { id: operation, method } = call.operation;
  const requestId = headers.get("x-request-id") ?? headers.get("request-id") ?? headers.get("x-correlation-id");
  return { operation, method, url, status, statusText, headers, requestId: requestId ?? undefined };
}
