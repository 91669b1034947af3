/** Words that end in one of these, and words that are one of those, as APIs name what is secret. */
const credential =
  /(?:token|secret|password|passwd|credentials?|apikey|accesskey)(?:$|[-_])|(?:^|[-_])(?:authorization|auth|authentication|bearer|cookie2?|jwt|sig|signature|(?:api|access|account|private|session|subscription)[-_]?key)(?:$|[-_])/i;

/** Whether a header or a parameter of a query is where a credential is, by its name: `X-Api-Key`, `accessToken`, `X-Amz-Signature`. */
export function isCredentialName(name: string): boolean {
  return credential.test(name.replace(/(?<=[a-z\d])(?=[A-Z])/g, "-"));
}
