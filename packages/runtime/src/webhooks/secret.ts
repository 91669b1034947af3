import { refuse } from "../serialize/refuse.js";

/** How a symmetric secret begins (Standard Webhooks 1.0, "Signature scheme"). */
const prefix = "whsec_";

/**
 * The bytes of each secret. None of them is in a message.
 *
 * @throws InvalidRequestError where there is none, or one that is no symmetric secret of Standard Webhooks
 */
export function readSecrets(given: string | readonly string[]): readonly Uint8Array[] {
  const secrets = typeof given === "string" ? [given] : given;
  if (secrets.length === 0) refuseSecret("is an empty list: no event could be accepted");
  return secrets.map(readSecret);
}

function readSecret(secret: string): Uint8Array {
  if (typeof secret !== "string" || secret === "") refuseSecret("is missing: is the environment variable set?");
  if (/^wh[sp]k_/.test(secret)) refuseSecret("is a key for asymmetric signatures: check those by verify");
  try {
    const text = atob(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret);
    if (text !== "") return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    // What cannot be decoded is not repeated.
  }
  return refuseSecret(`is no secret of Standard Webhooks: ${prefix} and base64. Check other signatures by verify`);
}

function refuseSecret(reason: string): never {
  return refuse({ in: "options", name: "secret" }, reason);
}
