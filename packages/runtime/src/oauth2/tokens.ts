/** What a token endpoint gave, as it is kept between calls and processes. */
export interface OAuth2Tokens {
  readonly accessToken: string;
  /** Absent where the server gave none. */
  readonly refreshToken?: string;
  /** Milliseconds since 1970 by the clock of this machine. Absent where the server did not say when the token expires. */
  readonly expiresAt?: number;
}

/** Keeps tokens between processes. */
export interface OAuth2TokenStore {
  /** Undefined where there are none yet. Called before each refresh, so that processes can share a store. */
  load(): OAuth2Tokens | undefined | Promise<OAuth2Tokens | undefined>;
  /** Called with the whole of what has to be kept, before the new access token is used. */
  save(tokens: OAuth2Tokens): void | Promise<void>;
}

/** A token is renewed this many milliseconds before it expires: 30 seconds, for a call that is under way meanwhile. */
const leeway = 30_000;

export function isFresh({ expiresAt }: OAuth2Tokens, now: number): boolean {
  return expiresAt === undefined || now < expiresAt - leeway;
}

/** Reads `expires_in` (RFC 6749 5.1): seconds, which some servers write as a string. What is no positive number is ignored. */
export function readExpiry(expiresIn: unknown, now: number): Pick<OAuth2Tokens, "expiresAt"> {
  const seconds = typeof expiresIn === "string" ? Number.parseFloat(expiresIn) : expiresIn;
  return typeof seconds === "number" && seconds > 0 && Number.isFinite(seconds)
    ? { expiresAt: now + seconds * 1000 }
    : {};
}
