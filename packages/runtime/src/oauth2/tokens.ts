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

/** Reads a time that a server gives in seconds, which some write as a string, in milliseconds. What is no positive number is ignored. */
export function readSeconds(given: unknown): number | undefined {
  const seconds = typeof given === "string" ? Number.parseFloat(given) : given;
  return typeof seconds === "number" && seconds > 0 && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
