import { readSecrets } from "./secret.js";
import { hmacOf } from "./signature.js";

/** An event that is to be signed. */
export interface UnsignedEvent {
  /** Of the event: the same each time it is sent. */
  readonly id: string;
  readonly sentAt: Date;
  readonly body: Uint8Array;
}

/**
 * The headers of a signed event, as Standard Webhooks has them: what a test, or a sender, adds to a request.
 *
 * @param secret - several sign side by side, while they are exchanged
 * @throws InvalidRequestError where a secret is none
 */
export async function signWebhook(
  secret: string | readonly string[],
  { id, sentAt, body }: UnsignedEvent,
): Promise<Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>>> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = await Promise.all(readSecrets(secret).map((one) => hmacOf(one, { id, timestamp }, body)));
  const written = signatures.map((bytes) => `v1,${btoa(String.fromCharCode(...bytes))}`);
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": written.join(" ") };
}
