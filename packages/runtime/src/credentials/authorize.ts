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
 * Obtains the credentials of the first alternative for which the client has all. One that needs none comes last, so that
 * a credential that is given is used.
 *
 * @param headers Those of the request so far.
 * @throws CredentialsError when there is no such alternative, or a credential cannot be obtained or sent.
 */
export async function authorize(
  call: Pick<Call, "client" | "operation" | "url" | "refused">,
  headers: Call["headers"],
): Promise<Authorization> {
  const authorization: Authorization = { headers: { ...headers }, secrets: [] };
  for (const { scheme } of choose(call)) {
    const { name, write } = scheme;
    if (!write) continue;
    const refuse: RefuseCredential = (reason, cause) =>
      fail(call, CredentialsError, `cannot use credential ${name}: it ${reason}`, cause);
    try {
      const given = call.client.credentials[name];
      const credential: unknown = typeof given === "function" ? await given() : given;
      // A cast because a scheme names a writer of schemes of its own type.
      const written = (write as CredentialWriter<SecurityScheme>)(
        authorization,
        scheme,
        credential,
        refuse,
        call.refused,
      );
      if (written) await written;
    } catch (cause) {
      if (cause instanceof CredentialsError) throw cause;
      refuse("could not be read", cause);
    }
  }
  return authorization;
}

function choose(call: Parameters<typeof authorize>[0]): SecurityAlternative {
  const { credentials } = call.client;
  const { security = [] } = call.operation;
  const isMet = ({ scheme }: SecurityRequirement) => !scheme.write || credentials[scheme.name] != null;
  const chosen = security.find((alternative) => alternative.length > 0 && alternative.every(isMet));
  if (chosen) return chosen;
  const names = security.map((alternative) => alternative.map(({ scheme }) => scheme.name).join(" and "));
  // An alternative that needs nothing has no names.
  if (names.every(Boolean) && names[0]) fail(call, CredentialsError, `needs credentials: ${names.join(", or ")}`);
  return [];
}
