import { fail } from "../call.js";
import { dictionary } from "../dictionary.js";
import { CredentialsError } from "../errors/credentials.js";
import type { Authorizer, CredentialedCall } from "../operation.js";
import type { Authorization, SecurityAlternative, SecurityRequirement } from "../security.js";
import { addCredential } from "./add-credential.js";
import { startAuthorization } from "./authorization.js";
import type { Credentials } from "./credential.js";
import { isSource } from "./source.js";

/**
 * With the credentials of the first alternative that can be met: first come those for which something is given, then those that are the caller's
 * own to meet, and at last the one that needs nothing. A function or a source may give nothing, which leaves its alternatives unmet.
 */
export const authorizeAny: Authorizer = async (call, headers) => {
  const { security = [] } = call.operation;
  if (!security[0]) return startAuthorization(headers);
  const { credentials } = call.client;
  const asking = { ...call, client: { credentials: askedOnce(credentials) } };
  for (const alternative of givenFirst(security, credentials)) {
    const authorization = startAuthorization(headers);
    if (await meet(asking, authorization, alternative)) return authorization;
  }
  const names = security.map((alternative) => alternative.map(({ scheme }) => scheme.name).join(" and "));
  return fail(call, CredentialsError, `needs credentials: ${names.join(", or ")}`);
};

function givenFirst(
  security: readonly SecurityAlternative[],
  credentials: Credentials,
): readonly SecurityAlternative[] {
  const isGiven = ({ scheme }: SecurityRequirement) => credentials[scheme.name] != null;
  const rank = (all: SecurityAlternative) => Number(!all[0]) - Number(all.some(isGiven));
  return [...security].sort((one, other) => rank(one) - rank(other));
}

/** False when a credential is not there. None is asked for where another is missing. */
async function meet(
  call: CredentialedCall,
  authorization: Authorization,
  alternative: SecurityAlternative,
): Promise<boolean> {
  if (alternative.some(({ scheme }) => scheme.write && call.client.credentials[scheme.name] == null)) return false;
  for (const { scheme } of alternative) if (!(await addCredential(call, authorization, scheme))) return false;
  return true;
}

/** Credentials whose functions and sources are asked once, in however many alternatives they are. */
function askedOnce(credentials: Credentials): Credentials {
  const once = ([name, given]: [string, unknown]): [string, unknown] => {
    let asked: { readonly answer: unknown } | undefined;
    const first = (ask: () => unknown): unknown => {
      asked ??= { answer: ask() };
      return asked.answer;
    };
    if (isSource(given)) return [name, { get: (refused: unknown) => first(() => given.get(refused)) }];
    return [name, typeof given === "function" ? () => first(() => given()) : given];
  };
  return dictionary(Object.fromEntries(Object.entries(credentials).map(once)));
}
