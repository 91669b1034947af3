import { CredentialsError } from "../errors/credentials.js";
import { encodeBase64Url } from "./base64-url.js";
import type { ClientAssertion } from "./options.js";
import { algorithms, type PrivateKey, readSigningKey, type SigningAlgorithm, type SigningKey } from "./signing-key.js";

export interface PrivateKeyJwtOptions {
  /** PKCS #8 in PEM (`BEGIN PRIVATE KEY`), a JWK, or a CryptoKey that may sign. Never shown. */
  readonly key: PrivateKey;
  /** Default: what a JWK or a CryptoKey is for; RS256 for PEM. */
  readonly algorithm?: SigningAlgorithm;
  /** Which of the client's keys it is: `kid`. Default: that of a JWK. */
  readonly keyId?: string;
  /** Whom the assertion is for. Default: the token URL; some servers want their issuer. */
  readonly audience?: string;
  /** Seconds that an assertion holds. Default: 60. */
  readonly lifetime?: number;
}

/** Seconds; what clocks differ by, and a request. */
const usualLifetime = 60;

/**
 * Shows who a client is by a JWT that it signs (RFC 7523 2.2, `private_key_jwt` of OpenID Connect): for `clientAuthentication`. Each request has a new one.
 * The key is read when the first is made.
 */
export function privateKeyJwt(options: PrivateKeyJwtOptions): ClientAssertion {
  let reading: Promise<SigningKey> | undefined;
  return async ({ clientId, tokenUrl }) => {
    reading ??= readSigningKey(options.key, options.algorithm, options.keyId);
    const { key, algorithm, keyId } = await reading;
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: algorithm, typ: "JWT", kid: keyId };
    const claims = {
      iss: clientId,
      sub: clientId,
      aud: options.audience ?? tokenUrl,
      jti: encodeBase64Url(crypto.getRandomValues(new Uint8Array(16))),
      iat: now,
      exp: now + (options.lifetime ?? usualLifetime),
    };
    const signed = `${encodeJson(header)}.${encodeJson(claims)}`;
    const signature = await crypto.subtle.sign(algorithms[algorithm], key, utf8(signed)).catch(() => {
      throw new CredentialsError(`the private key cannot sign by ${algorithm}`);
    });
    return `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
  };
}

function encodeJson(value: object): string {
  return encodeBase64Url(utf8(JSON.stringify(value)));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
