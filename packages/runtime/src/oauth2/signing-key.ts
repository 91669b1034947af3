import { CredentialsError } from "../errors/credentials.js";
import type { PlatformCryptoKey } from "../platform.js";

/** How an assertion is signed (RFC 7518 3.1, RFC 8037 3.1). */
export type SigningAlgorithm = "RS256" | "PS256" | "ES256" | "EdDSA";

/** What WebCrypto calls them. */
export const algorithms = {
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  PS256: { name: "RSA-PSS", hash: "SHA-256", saltLength: 32 },
  ES256: { name: "ECDSA", hash: "SHA-256", namedCurve: "P-256" },
  EdDSA: { name: "Ed25519" },
} as const;

type Described = (typeof algorithms)[SigningAlgorithm];

/** A private key as JSON (RFC 7517). */
export interface PrivateJwk {
  readonly kty: string;
  readonly alg?: string;
  readonly kid?: string;
  readonly [member: string]: unknown;
}

/** What a platform without types of WebCrypto has: an object of which only this is known. */
export interface PlatformKey {
  readonly type: string;
  readonly algorithm: { readonly name: string };
}

/** A private key: PKCS #8 in PEM (`BEGIN PRIVATE KEY`), a JWK, or a CryptoKey that may sign. */
export type PrivateKey = string | PrivateJwk | PlatformKey;

export interface SigningKey {
  readonly key: PlatformCryptoKey;
  readonly algorithm: SigningAlgorithm;
  readonly keyId: string | undefined;
}

/** @throws CredentialsError that says what the key is not, and nothing of what it is. */
export async function readSigningKey(
  given: PrivateKey,
  wanted: SigningAlgorithm | undefined,
  keyId: string | undefined,
): Promise<SigningKey> {
  const algorithm = wanted ?? algorithmOf(given);
  const described = algorithms[algorithm];
  if (!described)
    throw new CredentialsError(`no algorithm is called ${algorithm}: use ${Object.keys(algorithms).join(", ")}`);
  const key = await importKey(given, described).catch((cause: unknown) => {
    if (cause instanceof CredentialsError) throw cause;
    // What a platform says of a key that it cannot read may hold a part of it.
    return undefined;
  });
  if (!key || !isFor(key, described)) throw new CredentialsError(`the private key cannot be used for ${algorithm}`);
  return { key, algorithm, keyId: keyId ?? (isJwk(given) ? given.kid : undefined) };
}

function isJwk(given: PrivateKey): given is PrivateJwk {
  return typeof given !== "string" && "kty" in given;
}

/** What the key is for by itself; RS256 where it does not say. */
function algorithmOf(given: PrivateKey): SigningAlgorithm {
  if (typeof given === "string") return "RS256";
  if (isJwk(given)) {
    // A cast because the name is looked up, and one that is unknown is refused by its name.
    if (given.alg !== undefined) return given.alg as SigningAlgorithm;
    return given.kty === "EC" ? "ES256" : given.kty === "OKP" ? "EdDSA" : "RS256";
  }
  const found = Object.entries(algorithms).find(([, { name }]) => name === given.algorithm.name);
  // A cast because `Object.entries` forgets the names.
  return (found?.[0] ?? "RS256") as SigningAlgorithm;
}

async function importKey(given: PrivateKey, described: Described): Promise<CryptoKey> {
  if (typeof given === "string") return crypto.subtle.importKey("pkcs8", readPem(given), described, false, ["sign"]);
  // A cast because a CryptoKey is known by what it has; without the platform's types it has no type.
  if (!isJwk(given)) return given as CryptoKey;
  // What a JWK says of its use is for those who offer it.
  const { use: _, key_ops: __, ...jwk } = given;
  return crypto.subtle.importKey("jwk", jwk, described, false, ["sign"]);
}

/** Whether a key has the curve, or the hash, that the algorithm names: a signature by another one would be called what it is not. */
function isFor(
  key: CryptoKey,
  wanted: { readonly name: string; readonly hash?: string; readonly namedCurve?: string },
): boolean {
  // A cast because which members an algorithm has depends on its name: RSA a hash, elliptic curves a curve.
  const { name, hash, namedCurve } = key.algorithm as { name: string; hash?: { name: string }; namedCurve?: string };
  return name === wanted.name && namedCurve === wanted.namedCurve && (!hash || hash.name === wanted.hash);
}

function readPem(text: string): Uint8Array<ArrayBuffer> {
  const [, kind = "", body = ""] = /-----BEGIN ([A-Z ]*)-----([^-]*)-----END/.exec(text) ?? [];
  if (kind !== "PRIVATE KEY") {
    const fix = "make it one by: openssl pkcs8 -topk8 -nocrypt -in key.pem";
    throw new CredentialsError(`the private key is no PKCS #8 in PEM (BEGIN PRIVATE KEY); ${fix}`);
  }
  return Uint8Array.from(atob(body.replace(/\s/g, "")), (character) => character.charCodeAt(0));
}
