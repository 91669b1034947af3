import type { CredentialSource } from "./credential.js";

export function isSource(given: unknown): given is CredentialSource<unknown> {
  return typeof (Object(given) as Partial<CredentialSource<unknown>>).get === "function";
}
