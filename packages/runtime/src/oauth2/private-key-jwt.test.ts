import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, verify } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { rejection } from "../testing/api.js";
import { json } from "../testing/serve.js";
import { issue, tokenEndpoint } from "../testing/token-endpoint.js";
import { oauth2, type PrivateKeyJwtOptions, privateKeyJwt } from "./index.js";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const ed = generateKeyPairSync("ed25519").privateKey;

const pem = (key: KeyObject): string => String(key.export({ type: "pkcs8", format: "pem" }));
// A cast because a private key's JWK has a type of key.
const jwk = (key: KeyObject) => key.export({ format: "jwk" }) as { readonly kty: string; readonly d: string };

const { privateKey: p384 } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, false, ["sign"]);
const { publicKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
  "sign",
  "verify",
]);
const rsaOptions = { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
const { privateKey: sha512 } = await crypto.subtle.generateKey({ ...rsaOptions, hash: "SHA-512" }, false, ["sign"]);

/** What a server sees of a client that signs: its form, and the two parts of the assertion. */
async function shown(options: PrivateKeyJwtOptions, times = 1) {
  const { tokenUrl, asked } = await tokenEndpoint(issue());
  const source = oauth2({
    tokenUrl,
    clientId: "client-1",
    clientCredentials: true,
    clientAuthentication: privateKeyJwt(options),
  });
  for (let time = 1; time <= times; time += 1) await source.get(`access-${time - 1}`);
  const forms = asked.map(({ fields }) => fields);
  const parts = forms.map(({ client_assertion = "" }) => client_assertion.split("."));
  const read = (text = "") => JSON.parse(Buffer.from(text, "base64url").toString());
  const assertions = parts.map(([header, claims]) => ({ header: read(header), claims: read(claims) }));
  return { tokenUrl, forms, assertions, parts, headers: asked[0]?.headers };
}

/** Whether another implementation takes the signature. */
function isSigned(
  [header = "", claims = "", signature = ""]: readonly string[] = [],
  key: KeyObject,
  algorithm: string,
) {
  const padding = algorithm === "PS256" ? { padding: 6, saltLength: 32 } : {};
  const options = { key: createPublicKey(key), dsaEncoding: "ieee-p1363" as const, ...padding };
  const text = Buffer.from(`${header}.${claims}`);
  return verify(algorithm === "EdDSA" ? null : "sha256", text, options, Buffer.from(signature, "base64url"));
}

describe("a client that signs what it shows", () => {
  it.each<[string, PrivateKeyJwtOptions, KeyObject]>([
    ["RS256", { key: pem(rsa) }, rsa],
    ["RS256", { key: jwk(rsa) }, rsa],
    ["PS256", { key: pem(rsa), algorithm: "PS256" }, rsa],
    ["PS256", { key: { ...jwk(rsa), alg: "PS256", use: "sig", key_ops: ["sign", "verify"] } }, rsa],
    ["ES256", { key: jwk(ec) }, ec],
    ["ES256", { key: pem(ec), algorithm: "ES256" }, ec],
    ["EdDSA", { key: jwk(ed) }, ed],
    ["EdDSA", { key: pem(ed), algorithm: "EdDSA" }, ed],
  ])("by %s", async (algorithm, options, key) => {
    const { assertions, parts } = await shown(options);
    expect(assertions[0]?.header).toEqual({ alg: algorithm, typ: "JWT" });
    expect(isSigned(parts[0], key, algorithm)).toBe(true);
  });

  it("by a CryptoKey, which says by itself what it is for", async () => {
    const described = { name: "ECDSA", namedCurve: "P-256" };
    const key = await crypto.subtle.importKey("jwk", jwk(ec), described, false, ["sign"]);
    const { assertions, parts } = await shown({ key, keyId: "key-1" });
    expect(assertions[0]?.header).toEqual({ alg: "ES256", typ: "JWT", kid: "key-1" });
    expect(isSigned(parts[0], ec, "ES256")).toBe(true);
  });

  it("says who it is, to whom, for a minute, and once", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { tokenUrl, forms, assertions, headers } = await shown({ key: { ...jwk(ec), kid: "jwk-1" } }, 2);
    expect(forms[0]).toEqual({
      grant_type: "client_credentials",
      client_id: "client-1",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: expect.any(String),
    });
    expect(headers).not.toHaveProperty("authorization");
    const [one, other] = assertions;
    expect(one?.header.kid).toBe("jwk-1");
    expect(one?.claims).toMatchObject({ iss: "client-1", sub: "client-1", aud: tokenUrl });
    expect(one?.claims.exp - one?.claims.iat).toBe(60);
    expect(one?.claims.iat - before <= 60 && one?.claims.iat >= before).toBe(true);
    expect(one?.claims.jti).toMatch(/^[\w-]{22}$/);
    expect(other?.claims.jti).not.toBe(one?.claims.jti);
  });

  it("may say another audience and another time", async () => {
    const { assertions } = await shown({ key: jwk(ec), audience: "https://issuer.example", lifetime: 300 });
    const { claims } = assertions[0] ?? {};
    expect([claims.aud, claims.exp - claims.iat]).toEqual(["https://issuer.example", 300]);
  });

  it("may be signed by anything that gives a text, such as a vault", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const clientAuthentication = async ({ clientId }: { clientId: string }) => `signed-for-${clientId}`;
    await oauth2({ tokenUrl, clientId: "c", clientCredentials: true, clientAuthentication }).get();
    expect(asked[0]?.fields.client_assertion).toBe("signed-for-c");
  });

  it.each<[string, PrivateKeyJwtOptions, string]>([
    ["a key of another kind", { key: pem(ec) }, "the private key cannot be used for RS256"],
    ["a public key", { key: jwk(createPublicKey(ec) as KeyObject) }, "the private key cannot be used for ES256"],
    [
      "PKCS #1",
      { key: String(createPrivateKey(pem(rsa)).export({ type: "pkcs1", format: "pem" })) },
      "openssl pkcs8 -topk8",
    ],
    ["no key at all", { key: "canary-key" }, "no PKCS #8 in PEM"],
    ["broken PEM", { key: "-----BEGIN PRIVATE KEY-----\ncanary!\n-----END PRIVATE KEY-----" }, "cannot be used"],
    ["an unknown algorithm", { key: { ...jwk(ec), alg: "none" } }, "no algorithm is called none"],
    ["a CryptoKey of another curve", { key: p384 }, "the private key cannot be used for ES256"],
    ["a CryptoKey of another hash", { key: sha512 }, "the private key cannot be used for RS256"],
    ["a CryptoKey of another kind", { key: p384, algorithm: "PS256" }, "the private key cannot be used for PS256"],
    ["a CryptoKey that may only verify", { key: publicKey }, "the private key cannot sign by ES256"],
  ])("cannot by %s", async (_, options, message) => {
    const error = await rejection(shown(options));
    expect(error).toMatchObject({ name: "CredentialsError", message: expect.stringContaining(message) });
    const text = inspect(error, { depth: 9, showHidden: true });
    expect([text.includes("canary"), text.includes(jwk(ec).d), text.includes("MII")]).toEqual([false, false, false]);
  });

  it("has no secret beside it", () => {
    const both = { clientSecret: "s", clientAuthentication: privateKeyJwt({ key: jwk(ec) }) };
    const options = {
      tokenUrl: "https://auth.example.com/token",
      clientId: "c",
      clientCredentials: true,
      ...both,
    } as const;
    expect(() => oauth2(options)).toThrow("has no clientSecret");
  });

  it("does not show what it signed, where a server repeats it", async () => {
    const { tokenUrl } = await tokenEndpoint(({ fields }, response) =>
      json(response, { error: "invalid_client", error_description: `bad ${fields.client_assertion}` }, 401),
    );
    const clientAuthentication = privateKeyJwt({ key: jwk(ec) });
    const error = await rejection(
      oauth2({ tokenUrl, clientId: "c", clientCredentials: true, clientAuthentication }).get(),
    );
    expect(error).toMatchObject({
      message: "no access token: the token endpoint answered 401: invalid_client: bad ***",
      code: "invalid_client",
    });
  });
});
