import { type Call, fail } from "../call.js";
import { dictionary } from "../dictionary.js";
import { CredentialsError } from "../errors/credentials.js";
import type {
  Authorization,
  CredentialWriter,
  RefuseCredential,
  SecurityAlternative,
  SecurityRequirement,
  SecurityScheme,
} from "../security.js";
import { isSource } from "./source.js";

/**
 * The headers of a request with the credentials of the first alternative that can be met: those for which something is given come first, then those
 * that are the caller's own to meet, and at last the one that needs nothing. A function or a source may give nothing, which leaves its alternatives unmet.
 *
 * @throws CredentialsError when there is none, or when a credential cannot be obtained or sent.
 */
export async function authorize(call: Call, headers: Call["headers"]): Promise<Authorization> {
  const { security = [] } = call.operation;
  const isGiven = ({ scheme }: SecurityRequirement) => call.client.credentials[scheme.name] != null;
  const rank = (all: SecurityAlternative) => Number(!all[0]) - Number(all.some(isGiven));
  const obtained = new Map<string, unknown>();
  for (const alternative of [...security].sort((one, other) => rank(one) - rank(other))) {
    const authorization = await meet(call, headers, alternative, obtained);
    if (authorization) return authorization;
  }
  const names = security.map((alternative) => alternative.map(({ scheme }) => scheme.name).join(" and "));
  if (names[0]) fail(call, CredentialsError, `needs credentials: ${names.join(", or ")}`);
  return start(headers);
}

function start(headers: Call["headers"]): Authorization {
  return { headers: dictionary(headers), secrets: [] };
}

/** Undefined when a credential is not there. Each function is asked once for a request, and nothing is written before all are there. */
async function meet(
  call: Call,
  headers: Call["headers"],
  alternative: SecurityAlternative,
  obtained: Map<string, unknown>,
): Promise<Authorization | undefined> {
  const authorization = start(headers);
  let name = "";
  const refuse: RefuseCredential = (reason, cause) =>
    fail(call, CredentialsError, `cannot use credential ${name}: it ${reason}`, cause);
  try {
    for (const { scheme } of alternative) {
      name = scheme.name;
      if (!scheme.write) continue;
      const given = call.client.credentials[name];
      let credential = obtained.get(name) ?? given;
      // Waiting takes time where there is nothing to wait for, too.
      if (isSource(credential)) credential = await credential.get(call.refused);
      else if (typeof credential === "function") credential = await credential();
      if (credential == null) return undefined;
      obtained.set(name, credential);
      if (isSource(given)) authorization.renewable = credential;
    }
    for (const { scheme } of alternative) {
      name = scheme.name;
      // A cast because a scheme names a writer of schemes of its own type.
      (scheme.write as CredentialWriter<SecurityScheme> | undefined)?.(
        authorization,
        scheme,
        obtained.get(name),
        refuse,
      );
    }
    return authorization;
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    return refuse("could not be read", cause);
  }
}
