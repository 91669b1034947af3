/** What is signed besides the body (Standard Webhooks 1.0, "Webhook headers"). */
export interface SignedHead {
  readonly id: string;
  /** Seconds since 1970, as written. */
  readonly timestamp: string;
}

/** The HMAC-SHA256 of an event: the one place that knows how it is made. */
export async function hmacOf(secret: Uint8Array, { id, timestamp }: SignedHead, body: Uint8Array): Promise<Uint8Array> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  // A cast because compilers before 5.7 have no word for memory that nobody shares.
  const key = await crypto.subtle.importKey("raw", secret as BufferSource, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, signed));
}

/** Whether two texts of bytes are the same, in a time that does not depend on where they differ. */
export function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0);
  return difference === 0;
}
