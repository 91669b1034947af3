import { mask } from "./mask.js";

/** Names of query parameters whose values nobody should read in a log. No name holds what the next one begins with: time stays linear. */
const telling = /([?&;][^=&;?]*(?:key|token|secret|password|signature|code)=)[^&#]*/gi;

/** Takes out of a URL what looks like a credential. */
export function maskUrl(url: string, secrets: readonly string[] = []): string {
  return mask(url, secrets).replace(telling, "$1***");
}
