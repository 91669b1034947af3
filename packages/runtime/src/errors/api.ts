import { quoteLimit } from "../limits.js";
import type { Failure, Undocumented } from "../result.js";
import { FacsimileError } from "./facsimile.js";
import { readMessage } from "./message.js";

/**
 * The API answered, and not with a success that its document states. Thrown by `unwrap` only. The message ends with what the
 * API says, as far as it is found in one of the usual places: at most 300 characters, on one line, without credentials.
 */
export class ApiError extends FacsimileError {
  /** The response's key in the document: `404`, `"4XX"`, `"default"`, or `"undocumented"`. */
  readonly status: number | string;
  readonly statusCode: number;
  /** The headers that the document states for this status, decoded. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body: as the document types it, or of an undocumented answer a JSON value or text. */
  readonly data: unknown;
  /** The first 10,000 characters of a body that the document does not state. */
  readonly text: string | undefined;
  readonly requestId: string | undefined;

  constructor(result: Failure<number | string, unknown, object> | Undocumented) {
    const { operation, method, url, requestId } = result.response;
    const said = readMessage(result.error).slice(0, quoteLimit);
    const message = `${operation} was answered with ${result.statusCode}: ${method} ${url}${said && `: ${said}`}`;
    super(message, { operation, method, url });
    this.status = result.status;
    this.statusCode = result.statusCode;
    this.headers = { ...result.headers };
    this.data = result.error;
    this.text = result.text;
    this.requestId = requestId;
  }

  override get name(): "ApiError" {
    return "ApiError";
  }
}

export function isApiError(value: unknown): value is ApiError {
  return value instanceof ApiError;
}
