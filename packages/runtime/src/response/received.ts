import { type Call, contextOf } from "../call.js";
import { ResponseParseError } from "../errors/response-parse.js";
import { mask, maskError } from "../secrets.js";
import { type Body, decodeBody } from "./body.js";

/** An answer whose body has been read as far as it can be. */
export interface Received {
  readonly call: Call;
  readonly response: Response;
  /** Without credentials. */
  readonly url: string;
  /** As it arrived; empty if there was none. */
  readonly mediaType: string;
  readonly bytes: Body["bytes"];
  /** What is taken out of all but successes that the document states: some APIs repeat the credential that they refuse. */
  readonly secrets: readonly string[];
}

const snippetLimit = 1_000;

/** The body as it may be shown. */
export function textOf(received: Received): string {
  return mask(decodeBody(received), received.secrets);
}

/** @throws ResponseParseError */
export function refuseBody(
  received: Received,
  { reason, cause, tooLarge = false }: NonNullable<Body["failure"]>,
): never {
  const { call, response, url, mediaType, secrets } = received;
  throw new ResponseParseError(
    `${call.operation.id} was answered with ${response.status}, but its body ${reason}`,
    {
      statusCode: response.status,
      contentType: mediaType,
      snippet: textOf(received).slice(0, snippetLimit),
      tooLarge,
    },
    { ...contextOf(call), url, cause: maskError(cause, secrets) },
  );
}
