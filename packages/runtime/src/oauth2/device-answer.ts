import { parseUrl } from "../url.js";
import { isSafe } from "./options.js";
import { readAnswer, type TokenAnswer } from "./token-answer.js";
import { readSeconds } from "./tokens.js";

/** What a device shows a person, and what it asks with (RFC 8628 3.2). */
export interface DeviceAnswer {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Milliseconds. */
  readonly interval: number;
}

/** Milliseconds: an hour. Servers give a quarter of one to half of one; nobody is waited for longer, whatever a server says. */
const longestLife = 3_600_000;

/** Milliseconds between two requests where the server does not say (RFC 8628 3.2), and at least. */
const [usualInterval, shortestInterval] = [5_000, 1_000];

/** Characters; a person types it in. */
const longestUri = 2_000;

/** Reads what a device authorization endpoint answered; a text says why it is none. It is the server's, and holds what the server likes. */
export function readDeviceAnswer(answer: TokenAnswer): DeviceAnswer | string {
  const read = readAnswer(answer, "device authorization endpoint");
  if (typeof read === "string") return read;
  const { device_code, user_code, verification_uri, verification_url, verification_uri_complete, ...times } = read;
  const answered = `the device authorization endpoint answered ${answer.status}`;
  if (typeof device_code !== "string" || device_code === "") return `${answered} without a device code`;
  // What a person is shown, on a terminal perhaps, is letters and digits and what stands between them.
  if (typeof user_code !== "string" || !/^[\w -]{1,64}$/.test(user_code)) return `${answered} without a code to show`;
  const uri = readUri(verification_uri ?? verification_url);
  if (uri === undefined) return `${answered} without an https URL to show`;
  return {
    deviceCode: device_code,
    userCode: user_code,
    verificationUri: uri,
    verificationUriComplete: readUri(verification_uri_complete),
    expiresAt: Date.now() + Math.min(readSeconds(times.expires_in) ?? longestLife, longestLife),
    interval: Math.max(readSeconds(times.interval) ?? usualInterval, shortestInterval),
  };
}

/** A URL that a person can be sent to; nothing for scripts, files, what is read on the way, and what nobody would type. */
function readUri(value: unknown): string | undefined {
  const url = typeof value === "string" && value.length <= longestUri ? parseUrl(value) : undefined;
  return url && isSafe(url) && !url.username && !url.password ? url.href : undefined;
}
