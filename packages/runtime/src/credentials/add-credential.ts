import { fail } from "../call.js";
import { CredentialsError } from "../errors/credentials.js";
import type { CredentialedCall } from "../operation.js";
import type { Authorization, CredentialWriter, RefuseCredential, SecurityScheme } from "../security.js";
import { isSource } from "./source.js";

/**
 * Adds the credential of a scheme to a request: a value, or what a function or a source gives. False when there is none.
 *
 * @throws CredentialsError when it cannot be obtained or sent.
 */
export async function addCredential(
  call: CredentialedCall,
  authorization: Authorization,
  scheme: SecurityScheme,
): Promise<boolean> {
  const { name } = scheme;
  // A cast because a scheme names a writer of schemes of its own type.
  const write = scheme.write as CredentialWriter<SecurityScheme> | undefined;
  const given = call.client.credentials[name];
  const refuse: RefuseCredential = (reason, cause) =>
    fail(call, CredentialsError, `cannot use credential ${name}: it ${reason}`, cause);
  if (!write) return true;
  try {
    const asked = isSource(given) ? given.get(call.refused?.get(name)) : typeof given === "function" ? given() : given;
    const credential: unknown = await asked;
    if (credential == null) return false;
    if (isSource(given)) authorization.renewable.set(name, credential);
    write(authorization, scheme, credential, refuse);
    return true;
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    return refuse("could not be read", cause);
  }
}
