import type { SecurityScheme } from "./api.js";

/** A scheme that a package sends a credential of. The others are the caller's own to meet. */
export type CredentialScheme = Exclude<SecurityScheme, { readonly type: "mutualTLS" | "unsupported" }>;

/** Whether a credential is given for a scheme, and travels in the request. */
export function takesCredential(scheme: SecurityScheme): scheme is CredentialScheme {
  return scheme.type !== "mutualTLS" && scheme.type !== "unsupported";
}
