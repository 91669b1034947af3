import type { Call } from "../call.js";
import type { Answer } from "../exchange.js";
import { defaultResponseSize } from "../limits.js";
import { mask } from "../masking/mask.js";
import { maskHeaders } from "../masking/mask-headers.js";
import type { AnyResult } from "../result.js";
import { readBody } from "./body.js";
import { readStated } from "./stated.js";

/**
 * Reads an answer as the document describes it.
 *
 * @throws ResponseParseError as {@link readStated} does.
 */
export async function readResult(call: Call, answer: Answer): Promise<AnyResult> {
  const { operation, secrets } = call;
  const { response, url } = answer;
  const body = await readBody(response, call.options.maxResponseSize ?? defaultResponseSize);
  const stated = await readStated(call, answer, body);
  const { ok } = stated;
  const { headers: received, status, statusText } = response;
  const headers = ok ? received : maskHeaders(received, secrets);
  const result = {
    ...stated,
    statusCode: status,
    headers: operation.readHeaders?.(operation.responses[stated.status]?.headers ?? {}, headers) ?? {},
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
  // A cast because the compiler does not know that `ok` and `status` say which of the three it is.
  return result as unknown as AnyResult;
}
