import { createHmac } from "node:crypto";

/** An event as it is signed. */
export interface SignedEvent {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: Buffer;
}

/** How a secret of Standard Webhooks begins. */
const prefix = "whsec_";

/** A secret cannot be used. The message does not have it. */
export class SecretError extends Error {
  override readonly name = "SecretError";
}

/**
 * The headers of an event that is signed as Standard Webhooks 1.0 has it.
 *
 * @throws SecretError
 */
export function signEvent(secret: string, { id, sentAt, body }: SignedEvent): readonly (readonly [string, string])[] {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const sum = createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest("base64");
  return [
    ["webhook-id", id],
    ["webhook-timestamp", timestamp],
    ["webhook-signature", `v1,${sum}`],
  ];
}

function keyOf(secret: string): Buffer {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : secret;
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  if (isBase64) return Buffer.from(text, "base64");
  throw new SecretError(`the secret is none of Standard Webhooks, which is ${prefix} and base64`);
}
