import { type OAuth2Tokens, readSeconds } from "./tokens.js";

/** What a token endpoint answered. */
export interface TokenAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Reads tokens (RFC 6749 5.1), or an error (5.2): a text says why there are no tokens. It is the server's, and holds what the server likes. */
export function readTokenAnswer(answer: TokenAnswer): OAuth2Tokens | string {
  const read = readAnswer(answer, "token endpoint");
  if (typeof read === "string") return read;
  const { access_token, refresh_token, expires_in, token_type } = read;
  const answered = `the token endpoint answered ${answer.status}`;
  if (typeof access_token !== "string" || access_token === "") return `${answered} without an access token`;
  // Where the type is missing it is bearer; one that a client does not understand must not be used (RFC 6749 7.1).
  const type = token_type ?? "bearer";
  if (typeof type !== "string" || !/^bearer/i.test(type)) {
    return `${answered} with a token of type ${typeof type === "string" ? type : "none"}`;
  }
  const lifetime = readSeconds(expires_in);
  return {
    accessToken: access_token,
    ...(typeof refresh_token === "string" && refresh_token !== "" && { refreshToken: refresh_token }),
    ...(lifetime !== undefined && { expiresAt: Date.now() + lifetime }),
  };
}

/** The JSON object that an authorization server answered; a text says why there is none. */
export function readAnswer(
  { status, contentType, text }: TokenAnswer,
  who: string,
): Readonly<Record<string, unknown>> | string {
  if (status < 200 || (status >= 300 && status < 400)) return `the ${who} answered with a redirect`;
  const answer = parseObject(text);
  const answered = `the ${who} answered ${status}`;
  if (!answer) return `${answered} with content type ${contentType}, which is no token response`;
  const { error, error_description } = answer;
  if (error === undefined && status < 400) return answer;
  return [answered, error, error_description].filter((part) => typeof part === "string").join(": ");
}

/** The code of an error (RFC 6749 5.2), such as `invalid_grant`; undefined where the answer has none. */
export function readErrorCode({ text }: TokenAnswer): string | undefined {
  const error = parseObject(text)?.error;
  return typeof error === "string" && error !== "" ? error : undefined;
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
