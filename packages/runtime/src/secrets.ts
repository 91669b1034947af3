/** Names of query parameters whose values nobody should read in a log. */
const telling = /([?&;][^=&]*(?:key|token|secret|password|signature|code)=)[^&#]*/gi;

/** Shorter ones would take ordinary words out of a text with them. */
const shortest = 6;

/** Takes credentials out of a text that comes from elsewhere. */
export function mask(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret.length < shortest) continue;
    const encoded = encodeURIComponent(secret);
    // Within a URL that is a parameter of another one, it is encoded twice.
    for (const form of [secret, encoded, encodeURIComponent(encoded)]) masked = masked.replaceAll(form, "***");
  }
  return masked;
}

export function maskHeaders(headers: Headers, secrets: readonly string[]): Headers {
  return new Headers([...headers].map(([name, value]): [string, string] => [name, mask(value, secrets)]));
}

/**
 * Takes credentials out of a platform's error and what it was caused by: some errors hold what the server sent, and some servers send
 * back what they were asked.
 */
export function maskError(error: unknown, secrets: readonly string[]): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    for (const name of Object.getOwnPropertyNames(cause)) {
      const text: unknown = cause[name as keyof Error];
      if (typeof text === "string") Reflect.set(cause, name, mask(text, secrets));
    }
  }
  return error;
}

/** Takes out of a URL what looks like a credential. */
export function maskUrl(url: string, secrets: readonly string[] = []): string {
  const masked = mask(url, secrets);
  return masked.includes("?") ? masked.replace(telling, "$1***") : masked;
}
