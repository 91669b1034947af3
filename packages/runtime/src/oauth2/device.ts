import { sleep } from "../deadline.js";
import { AbortedError } from "../errors/aborted.js";
import { CredentialsError, isCredentialsError } from "../errors/credentials.js";
import type { PlatformAbortSignal } from "../platform.js";
import { askServer } from "./ask-server.js";
import { type DeviceAnswer, readDeviceAnswer } from "./device-answer.js";
import { checkClient, checkUrl, type OAuth2ClientOptions } from "./options.js";
import { readErrorCode, readTokenAnswer } from "./token-answer.js";
import type { OAuth2Tokens } from "./tokens.js";

export interface DeviceOptions extends OAuth2ClientOptions {
  /** Where a device asks for a code (OpenAPI 3.2: `deviceAuthorizationUrl`). `https`, or `http` on a loopback address. */
  readonly deviceAuthorizationUrl: string;
}

/** What a person is shown, and how it is learnt that they have agreed. */
export interface DeviceAuthorization {
  /** What the person types in: letters, digits, spaces, `_` and `-`. */
  readonly userCode: string;
  /** Where they do. */
  readonly verificationUri: string;
  /** The same with the code in it, for a QR code. Absent where the server gives none. */
  readonly verificationUriComplete: string | undefined;
  /** Milliseconds since 1970, an hour from the beginning at most. */
  readonly expiresAt: number;
  /**
   * Asks for tokens, as often as the server allows, until the person has agreed.
   *
   * @throws CredentialsError with the `code` `access_denied` where they refuse, and `expired_token` where they take too long.
   * @throws AbortedError
   */
  readonly tokens: (options?: { readonly signal?: PlatformAbortSignal }) => Promise<OAuth2Tokens>;
}

/**
 * Begins a sign-in on another device (RFC 8628), for programs without a browser: the person opens a URL on their phone and types in a code.
 * The tokens go to `oauth2({ tokens })`.
 *
 * @throws CredentialsError for options that cannot work, and where the server does not give a code.
 */
export async function authorizeDevice(options: DeviceOptions): Promise<DeviceAuthorization> {
  const { deviceAuthorizationUrl: url, scopes } = options;
  checkClient(options);
  checkUrl("deviceAuthorizationUrl", url);
  const fields = { scope: scopes?.join(" ") || undefined };
  const { answer, fail } = await askServer(options, { url, fields, wanted: "no device code" });
  const device = readDeviceAnswer(answer);
  if (typeof device === "string") return fail(device, readErrorCode(answer));
  const { deviceCode: _, interval: __, ...shown } = device;
  return { ...shown, tokens: ({ signal } = {}) => waitForTokens(options, device, signal) };
}

/** Milliseconds that each `slow_down` adds (RFC 8628 3.5). */
const slowDown = 5_000;

async function waitForTokens(
  options: DeviceOptions,
  { deviceCode, expiresAt, interval }: DeviceAnswer,
  signal: PlatformAbortSignal | undefined,
): Promise<OAuth2Tokens> {
  const fields = { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: deviceCode };
  const question = { url: options.tokenUrl, fields, wanted: "no access token", signal };
  let wait = interval;
  for (;;) {
    const left = expiresAt - Date.now();
    await sleep(Math.max(Math.min(wait, left), 0), signal);
    if (signal?.aborted) throw aborted(signal);
    if (wait > left) throw new CredentialsError("no access token: nobody agreed in time", { code: "expired_token" });
    const asked = await askServer(options, question).catch((error: unknown) => {
      if (signal?.aborted) throw aborted(signal);
      // No answer: the next request comes later, so that a server in trouble is left in peace (RFC 8628 3.5).
      if (!isCredentialsError(error) || error.cause === undefined) throw error;
      wait *= 2;
    });
    if (!asked) continue;
    const { answer, fail } = asked;
    const tokens = readTokenAnswer(answer);
    if (typeof tokens !== "string") return tokens;
    const code = readErrorCode(answer);
    if (code === "slow_down") wait += slowDown;
    else if (answer.status >= 500 || answer.status === 429) wait *= 2;
    else if (code !== "authorization_pending") fail(tokens, code);
  }
}

function aborted({ reason }: AbortSignal): AbortedError {
  return new AbortedError("the sign-in was aborted", { cause: reason });
}
