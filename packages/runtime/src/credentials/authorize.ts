import { type Call, fail } from "../call.js";
import { dictionary } from "../dictionary.js";
import { CredentialsError } from "../errors/credentials.js";
import type {
  Authorization,
  CredentialWriter,
  RefuseCredential,
  SecurityAlternative,
  SecurityScheme,
} from "../security.js";
import { isSource } from "./source.js";

/**
 * The headers of a request with the credentials of the first alternative that can be met, in the order that `preferGiven` gives them. A function or a source
 * may give nothing, which leaves its alternatives unmet.
 *
 * @throws CredentialsError when there is none, or when a credential cannot be obtained or sent.
 */
export async function authorize(call: Call, headers: Call["headers"]): Promise<Authorization> {
  const { security = [], preferGiven } = call.operation;
  const obtained = new Map<string, unknown>();
  for (const alternative of preferGiven?.(security, call.client.credentials) ?? security) {
    const authorization = start(headers);
    if (await meet(call, authorization, alternative, obtained)) return authorization;
  }
  const names = security.map((alternative) => alternative.map(({ scheme }) => scheme.name).join(" and "));
  if (names[0]) fail(call, CredentialsError, `needs credentials: ${names.join(", or ")}`);
  return start(headers);
}

function start(headers: Call["headers"]): Authorization {
  return { headers: dictionary(headers), secrets: [], renewable: new Map() };
}

/** False when a credential is not there. Each function is asked once for a request, and nothing is written before all are there. */
async function meet(
  call: Call,
  authorization: Authorization,
  alternative: SecurityAlternative,
  obtained: Map<string, unknown>,
): Promise<boolean> {
  let name = "";
  const refuse: RefuseCredential = (reason, cause) =>
    fail(call, CredentialsError, `cannot use credential ${name}: it ${reason}`, cause);
  try {
    for (const { scheme } of alternative) {
      ({ name } = scheme);
      if (!scheme.write) continue;
      const given = call.client.credentials[name];
      let credential = obtained.get(name) ?? obtain(call, name, given);
      if (typeof Object(credential).then === "function") credential = await credential;
      if (credential == null) return false;
      obtained.set(name, credential);
      if (isSource(given)) authorization.renewable.set(name, credential);
    }
    for (const { scheme } of alternative) {
      ({ name } = scheme);
      // A cast because a scheme names a writer of schemes of its own type.
      const write = scheme.write as CredentialWriter<SecurityScheme> | undefined;
      write?.(authorization, scheme, obtained.get(name), refuse);
    }
    return true;
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    return refuse("could not be read", cause);
  }
}

/** Asks a function or a source for its credential. Gives a value as it is: waiting takes time where there is nothing to wait for, too. */
function obtain(call: Call, name: string, given: unknown): unknown {
  if (isSource(given)) return given.get(call.refused?.get(name));
  return typeof given === "function" ? given() : given;
}
