import { type Call, fail } from "../call.js";
import { CredentialsError } from "../errors/credentials.js";
import type {
  Authorization,
  CredentialWriter,
  RefuseCredential,
  SecurityAlternative,
  SecurityRequirement,
  SecurityScheme,
} from "../security.js";

/**
 * Adds the credential of one scheme to a request, at once where it is at hand, and else later.
 *
 * @throws CredentialsError when it cannot be obtained or sent.
 */
export function addCredential(call: Call, authorization: Authorization, scheme: SecurityScheme): void | Promise<void> {
  const refuse: RefuseCredential = (reason, cause) =>
    fail(call, CredentialsError, `cannot use credential ${scheme.name}: it ${reason}`, cause);
  const explain = (cause: unknown) => {
    if (cause instanceof CredentialsError) throw cause;
    refuse("could not be read", cause);
  };
  // A cast because a scheme names a writer of schemes of its own type.
  const write = scheme.write as CredentialWriter<SecurityScheme> | undefined;
  const add = (credential: unknown) => write?.(authorization, scheme, credential, refuse, call.refused);
  try {
    const given = call.client.credentials[scheme.name];
    return (typeof given === "function" ? Promise.resolve(given()).then(add) : add(given))?.catch(explain);
  } catch (cause) {
    return explain(cause);
  }
}

/**
 * The first alternative for which the client has all credentials. Those that need none of it come last, so that a credential that is given is used.
 *
 * @throws CredentialsError when there is none.
 */
export function chooseAlternative(call: Call): SecurityAlternative {
  const { security = [] } = call.operation;
  const isGiven = ({ scheme }: SecurityRequirement) => call.client.credentials[scheme.name] != null;
  const met = security.filter((all) => all[0] && all.every((one) => !one.scheme.write || isGiven(one)));
  const chosen = met.find((all) => all.some(isGiven)) ?? met[0];
  if (chosen) return chosen;
  const names = security.map((alternative) => alternative.map(({ scheme }) => scheme.name).join(" and "));
  // An alternative that needs nothing has no names.
  if (names.every(Boolean) && names[0]) fail(call, CredentialsError, `needs credentials: ${names.join(", or ")}`);
  return [];
}
