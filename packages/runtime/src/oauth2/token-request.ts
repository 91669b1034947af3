import { within } from "../deadline.js";
import { CredentialsError } from "../errors/credentials.js";
import { TimeoutError } from "../errors/timeout.js";
import { decodeBody, readBody } from "../response/body.js";
import { mask } from "../secrets.js";
import { encodeForm } from "../serialize/encode.js";
import type { OAuth2Options } from "./options.js";
import { type OAuth2Tokens, readExpiry } from "./tokens.js";

/** The fields of a token request, without those that identify the client. */
export type Grant = Readonly<Record<string, string | undefined>>;

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Half a minute. */
const defaultTimeout = 30_000;

/** Bytes; no token response comes near. */
const largestAnswer = 2 ** 20;

/** Characters that are shown of what a server says. */
const longestReason = 300;

/**
 * Asks the token endpoint for tokens (RFC 6749 4.1.3, 4.4.2 and 6).
 *
 * @throws CredentialsError that says what the server answered, without any secret.
 */
export async function requestTokens(options: OAuth2Options, grant: Grant): Promise<OAuth2Tokens> {
  const { origin, pathname } = new URL(options.tokenUrl);
  const secrets = [options.clientSecret, grant.refresh_token, grant.code, grant.code_verifier]
    .filter((text) => text !== undefined)
    .flatMap((text) => [text, encodeForm(text)]);
  const fail = (reason: string, cause?: unknown): never => {
    // Masked before it is cut: half a secret would not be found.
    const shown = mask(reason, secrets)
      .replace(/[^\x20-\x7e]+/g, " ")
      .slice(0, longestReason);
    throw new CredentialsError(`no access token: ${shown}`, { url: origin + pathname, cause });
  };
  const answer = await post(options, grant).catch((cause: unknown) => fail(reasonOf(cause), cause));
  const tokens = readAnswer(answer);
  return typeof tokens === "string" ? fail(tokens) : tokens;
}

/** Follows no redirect: it would carry the secrets along. */
function post(options: OAuth2Options, grant: Grant): Promise<Answer> {
  const { tokenUrl, clientId, clientSecret, timeout = defaultTimeout, fetch = globalThis.fetch } = options;
  const basic = clientSecret !== undefined && options.clientAuthentication !== "form";
  const client = basic ? {} : { client_id: clientId, client_secret: clientSecret };
  const headers: Record<string, string> = {
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  };
  if (basic) headers.authorization = `Basic ${btoa(`${encodeForm(clientId)}:${encodeForm(clientSecret)}`)}`;
  const body = writeFields({ ...grant, ...client });
  return within(
    timeout,
    undefined,
    () => new TimeoutError(`the token endpoint took longer than ${timeout} ms`),
    async (signal) => {
      const response = await fetch(tokenUrl, { method: "POST", headers, body, redirect: "manual", signal });
      const read = await readBody(response, largestAnswer);
      if (read.failure) throw new Error(`its answer ${read.failure.reason}`, { cause: read.failure.cause });
      return {
        status: response.status,
        contentType: response.headers.get("content-type") ?? "none",
        text: decodeBody(read.bytes),
      };
    },
  );
}

/** RFC 6749 5.1 and 5.2. The text says why there are no tokens. */
function readAnswer({ status, contentType, text }: Answer): OAuth2Tokens | string {
  if (status < 200 || (status >= 300 && status < 400)) return "the token endpoint answered with a redirect";
  const answer = parseObject(text);
  const answered = `the token endpoint answered ${status}`;
  if (!answer) return `${answered} with content type ${contentType}, which is no token response`;
  const { access_token, refresh_token, expires_in, token_type, error, error_description } = answer;
  if (error !== undefined || status >= 400)
    return [answered, error, error_description].filter((text) => typeof text === "string").join(": ");
  if (typeof access_token !== "string" || access_token === "") return `${answered} without an access token`;
  // Where the type is missing it is bearer; one that a client does not understand must not be used (RFC 6749 7.1).
  if (!/^bearer/i.test(String(token_type ?? "bearer"))) return `${answered} with a token of type ${token_type}`;
  return {
    accessToken: access_token,
    ...(typeof refresh_token === "string" && refresh_token !== "" && { refreshToken: refresh_token }),
    ...readExpiry(expires_in, Date.now()),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // A cast because an object's properties may be anything, which is what the type says.
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function writeFields(fields: Grant): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeForm(value)}`]))
    .join("&");
}

/** A `fetch` that failed is a TypeError that says little; what it was caused by says more. */
function reasonOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: unknown; cause?: { message?: unknown; code?: unknown } };
  return String((error instanceof TypeError && (cause?.message || cause?.code)) || message || error);
}
