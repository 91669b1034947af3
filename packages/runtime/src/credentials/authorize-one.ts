import { fail } from "../call.js";
import { CredentialsError } from "../errors/credentials.js";
import type { Authorizer } from "../operation.js";
import { addCredential } from "./add-credential.js";
import { startAuthorization } from "./authorization.js";

/** With the credential of the one scheme that an operation has, if it has one. */
export const authorizeOne: Authorizer = async (call, headers) => {
  const authorization = startAuthorization(headers);
  const scheme = call.operation.security?.[0]?.[0]?.scheme;
  if (scheme && !(await addCredential(call, authorization, scheme)))
    fail(call, CredentialsError, `needs credentials: ${scheme.name}`);
  return authorization;
};
