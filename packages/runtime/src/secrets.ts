/** Names of query parameters whose values nobody should read in a log. */
const telling = /([?&;][^=&]*(?:key|token|secret|password|signature|code)=)[^&#]*/gi;

/** Shorter ones would take ordinary words out of a text with them. */
const shortest = 6;

/** Takes credentials out of a text that comes from elsewhere. */
export function mask(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret.length >= shortest)
      masked = masked.replaceAll(secret, "***").replaceAll(encodeURIComponent(secret), "***");
  }
  return masked;
}

/** Takes out of a URL what looks like a credential. */
export function maskUrl(url: string, secrets: readonly string[] = []): string {
  return url.includes("?") ? mask(url, secrets).replace(telling, "$1***") : mask(url, secrets);
}
