import { ResponseParseError } from "../errors/response-parse.js";
import type { Operation, ResponseDescription } from "../operation.js";
import type { Answer } from "../redirect.js";
import type { Failure, ResponseInfo, Success, Undocumented } from "../result.js";
import { mask } from "../secrets.js";
import { decodeBody, readBody } from "./body.js";
import { decodeHeaders } from "./headers.js";
import { readJson, readJsonOrText } from "./json.js";
import { essence, kindOf, matchMediaType } from "./media-type.js";

/** Any result. */
export type AnyResult =
  | Success<number | string, unknown, unknown>
  | Failure<number | string, unknown, unknown>
  | Undocumented;

/** How much of a body that the document does not state is kept. */
const textLimit = 10_000;
const snippetLimit = 1_000;

/**
 * Reads an answer as the document describes it.
 *
 * @throws ResponseParseError when the body of a success that the document states cannot be read.
 */
export async function readResult(
  operation: Operation<never>,
  { response, url }: Answer,
  secrets: readonly string[],
  maxSize: number,
): Promise<AnyResult> {
  const statusCode = response.status;
  const received = response.headers.get("content-type") ?? "";
  const key = findResponse(operation.responses, statusCode);
  const stated = key === undefined ? undefined : operation.responses[key];
  const mediaType = stated?.content && matchMediaType(stated.content, received);
  const body = await readBody(response, maxSize);
  const info = describe(operation, response, url);
  const show = (most: number) => mask(decodeBody(body), secrets).slice(0, most);

  const undocumented = (reason: Undocumented["reason"]): Undocumented => {
    const text = mask(decodeBody(body), secrets);
    return {
      ok: false,
      status: "undocumented",
      statusCode,
      error: readJsonOrText(text),
      headers: {},
      contentType: essence(received),
      text: text.slice(0, textLimit),
      reason,
      response: info,
    };
  };
  const unreadable = (reason: string, cause: unknown, tooLarge = false): Undocumented => {
    if (!response.ok) return undocumented("body");
    throw new ResponseParseError(
      `${operation.id} was answered with ${statusCode}, but its body ${reason}`,
      { statusCode, contentType: received, snippet: show(snippetLimit), tooLarge },
      { operation: operation.id, method: operation.method, url, cause },
    );
  };

  if (body.failure) return unreadable(body.failure.reason, body.failure.cause, body.failure.tooLarge);
  if (!stated || key === undefined) return undocumented("status");
  const common = {
    status: /^\d+$/.test(key) ? statusCode : key,
    statusCode,
    headers: decodeHeaders(stated.headers, response.headers),
    contentType: mediaType ?? "",
    response: info,
  };
  const settle = (value: unknown, text?: string): AnyResult => {
    const rest = text === undefined ? common : { ...common, text };
    return response.ok ? { ok: true, ...rest, data: value } : { ok: false, ...rest, error: value };
  };
  if (hasNoBody(operation, statusCode)) return settle(undefined);
  if (!stated.content) return body.size > 0 ? settle(undefined, show(textLimit)) : settle(undefined);
  if (mediaType === undefined) return undocumented("content-type");
  const kind = kindOf(received || mediaType);
  if (kind === "binary") return settle(new Blob([...body.chunks], { type: received }));
  const text = decodeBody(body);
  if (kind === "text") return settle(text);
  try {
    return settle(readJson(text));
  } catch (cause) {
    return unreadable(body.size > 0 ? "is not JSON" : "is empty", cause);
  }
}

/** The key of the response that describes a status: the status itself, its range, or `default`. */
export function findResponse(
  responses: Readonly<Record<string, ResponseDescription>>,
  status: number,
): string | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  for (const key of [String(status), range, range.toLowerCase()]) if (key in responses) return key;
  // Where the document states a success, `default` stands for the errors.
  const success = status >= 200 && status < 300 && Object.keys(responses).some((key) => /^2/.test(key));
  return "default" in responses && !success ? "default" : undefined;
}

/** RFC 9110 6.4.1, 15.3.5, 15.3.6 and 15.4.5: whatever the document says, these have no body. */
function hasNoBody({ method }: Operation<never>, status: number): boolean {
  return method === "HEAD" || status === 204 || status === 205 || status === 304;
}

function describe(operation: Operation<never>, { headers, status, statusText }: Response, url: string): ResponseInfo {
  const requestId =
    headers.get("x-request-id") ?? headers.get("request-id") ?? headers.get("x-correlation-id") ?? undefined;
  return { operation: operation.id, method: operation.method, url, status, statusText, headers, requestId };
}
