import { within } from "../deadline.js";
import { ConnectionError } from "../errors/connection.js";
import { CredentialsError } from "../errors/credentials.js";
import { FacsimileError } from "../errors/facsimile.js";
import { TimeoutError } from "../errors/timeout.js";
import { completeResponse } from "../fetched.js";
import { quoteLimit } from "../limits.js";
import { mask } from "../masking/mask.js";
import { maskValue } from "../masking/mask-value.js";
import { decodeBody, readBody } from "../response/body.js";
import { encodeForm } from "../serialize/encode.js";
import { reasonOf } from "../thrown.js";
import type { OAuth2Options } from "./options.js";
import { readTokenAnswer, type TokenAnswer } from "./token-answer.js";
import type { OAuth2Tokens } from "./tokens.js";

/** The fields of a token request, without those that identify the client. */
export type Grant = Readonly<Record<string, string | undefined>>;

/** Half a minute. */
const defaultTimeout = 30_000;

/** Bytes; no token response comes near. */
const largestAnswer = 2 ** 20;

/**
 * Asks the token endpoint for tokens (RFC 6749 4.1.3, 4.4.2 and 6).
 *
 * @throws CredentialsError that says what the server answered, without any secret.
 */
export async function requestTokens(options: OAuth2Options, grant: Grant): Promise<OAuth2Tokens> {
  const { origin, pathname, searchParams } = new URL(options.tokenUrl);
  const client = identify(options);
  const sent = [client.basic, grant.refresh_token, grant.code, grant.code_verifier];
  const secrets = [...sent, options.clientSecret, ...searchParams.values()]
    .filter((text) => text !== undefined)
    .flatMap((text) => [text, encodeForm(text)]);
  const fail = (reason: string, cause?: unknown): never => {
    // Masked before it is cut: half a secret would not be found.
    const shown = mask(reason, secrets).slice(0, quoteLimit);
    throw new CredentialsError(`no access token: ${shown}`, { url: origin + pathname, cause });
  };
  const refuse = (thrown: unknown): never => {
    const cause = maskValue(thrown, secrets);
    return fail(cause instanceof FacsimileError ? cause.message : reasonOf(cause), cause);
  };
  const answer = await post(options, client.basic, { ...grant, ...client.fields }).catch(refuse);
  const tokens = readTokenAnswer(answer);
  return typeof tokens === "string" ? fail(tokens) : tokens;
}

/** How a client shows who it is: in `Authorization` (RFC 6749 2.3.1, each half encoded as in a form), or by fields. */
interface Identity {
  readonly basic?: string;
  readonly fields?: Grant;
}

function identify({ clientId, clientSecret, clientAuthentication }: OAuth2Options): Identity {
  if (clientSecret === undefined || clientAuthentication === "form") {
    return { fields: { client_id: clientId, client_secret: clientSecret } };
  }
  return { basic: btoa(`${encodeForm(clientId)}:${encodeForm(clientSecret)}`) };
}

/** Follows no redirect: it would carry the secrets along. */
function post(options: OAuth2Options, basic: string | undefined, fields: Grant): Promise<TokenAnswer> {
  const { tokenUrl, timeout = defaultTimeout, fetch = globalThis.fetch } = options;
  const headers: Record<string, string> = {
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  };
  if (basic) headers.authorization = `Basic ${basic}`;
  const body = writeFields(fields);
  return within(
    timeout,
    undefined,
    () => new TimeoutError(`the token endpoint took longer than ${timeout} ms`),
    async (signal) => {
      const response = completeResponse(
        await fetch(tokenUrl, { method: "POST", headers, body, redirect: "manual", signal }),
      );
      const read = await readBody(response, largestAnswer);
      if (read.failure) throw new ConnectionError(`its answer ${read.failure.reason}`, { cause: read.failure.cause });
      return {
        status: response.status,
        contentType: response.headers.get("content-type") ?? "none",
        text: decodeBody(read.bytes),
      };
    },
  );
}

function writeFields(fields: Grant): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeForm(value)}`]))
    .join("&");
}
