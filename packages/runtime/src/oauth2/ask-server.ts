import { within } from "../deadline.js";
import { ConnectionError } from "../errors/connection.js";
import { CredentialsError } from "../errors/credentials.js";
import { FacsimileError } from "../errors/facsimile.js";
import { TimeoutError } from "../errors/timeout.js";
import { completeResponse } from "../fetched.js";
import { quoteLimit } from "../limits.js";
import { mask } from "../masking/mask.js";
import { maskValue } from "../masking/mask-value.js";
import type { PlatformAbortSignal } from "../platform.js";
import { decodeBody, readBody } from "../response/body.js";
import { encodeForm } from "../serialize/encode.js";
import { reasonOf } from "../thrown.js";
import type { OAuth2ClientOptions } from "./options.js";
import type { TokenAnswer } from "./token-answer.js";

/** The fields of a request, without those that identify the client. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** Half a minute. */
const defaultTimeout = 30_000;

/** Bytes; no token response comes near. */
const largestAnswer = 1_048_576;

/** What an authorization server answered. */
export interface Answered {
  readonly answer: TokenAnswer;
  /** Throws a CredentialsError that says what went wrong, without any secret; `code` is the server's (RFC 6749 5.2). */
  readonly fail: (reason: string, code?: string) => never;
}

/** A request to an authorization server. */
export interface Question {
  readonly url: string;
  readonly fields: Fields;
  /** What could not be had: `no access token`. */
  readonly wanted: string;
  readonly signal?: PlatformAbortSignal | undefined;
}

/**
 * Asks an authorization server, as the client that the options describe.
 *
 * @throws CredentialsError without any secret where there is no answer; its cause is what was thrown.
 */
export async function askServer(
  options: OAuth2ClientOptions,
  { url, fields, wanted, signal }: Question,
): Promise<Answered> {
  const { origin, pathname, searchParams } = new URL(url);
  const secrets: string[] = [];
  const hide = (texts: Iterable<string | undefined>): void => {
    for (const text of texts) if (text !== undefined) secrets.push(text, encodeForm(text));
  };
  hide([options.clientSecret, ...searchParams.values(), ...secretFields.map((name) => fields[name])]);
  const fail = (reason: string, cause?: unknown, code?: string): never => {
    // Masked before it is cut: half a secret would not be found.
    const shown = mask(reason, secrets).slice(0, quoteLimit);
    const told = code && mask(code, secrets).slice(0, quoteLimit);
    throw new CredentialsError(`${wanted}: ${shown}`, { url: origin + pathname, cause, ...(told && { code: told }) });
  };
  try {
    const client = await identify(options);
    hide([client.basic, client.fields?.client_assertion]);
    const answer = await post(options, url, client.basic, { ...fields, ...client.fields }, signal);
    return { answer, fail: (reason, code) => fail(reason, undefined, code) };
  } catch (thrown) {
    const cause = maskValue(thrown, secrets);
    return fail(cause instanceof FacsimileError ? cause.message : reasonOf(cause), cause);
  }
}

/** Fields that nobody may see. */
const secretFields = ["refresh_token", "code", "code_verifier", "device_code"] as const;

/** How a client shows who it is: in `Authorization` (RFC 6749 2.3.1, each half encoded as in a form), or by fields. */
interface Identity {
  readonly basic?: string;
  readonly fields?: Fields;
}

async function identify(options: OAuth2ClientOptions): Promise<Identity> {
  const { clientId, clientSecret, clientAuthentication } = options;
  if (typeof clientAuthentication === "function") {
    return {
      fields: {
        client_id: clientId,
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await clientAuthentication({ clientId, tokenUrl: options.tokenUrl }),
      },
    };
  }
  if (clientSecret === undefined || clientAuthentication === "form") {
    return { fields: { client_id: clientId, client_secret: clientSecret } };
  }
  return { basic: btoa(`${encodeForm(clientId)}:${encodeForm(clientSecret)}`) };
}

/** Follows no redirect: it would carry the secrets along. */
function post(
  { timeout = defaultTimeout, fetch = globalThis.fetch }: OAuth2ClientOptions,
  url: string,
  basic: string | undefined,
  fields: Fields,
  outer: PlatformAbortSignal | undefined,
): Promise<TokenAnswer> {
  const headers: Record<string, string> = {
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  };
  if (basic) headers.authorization = `Basic ${basic}`;
  const body = writeFields(fields);
  return within(
    timeout,
    outer,
    () => new TimeoutError(`the token endpoint took longer than ${timeout} ms`),
    async (signal) => {
      const response = completeResponse(
        await fetch(url, { method: "POST", headers, body, redirect: "manual", signal }),
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

function writeFields(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeForm(value)}`]))
    .join("&");
}
