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
import { isSource } from "./source.js";

/**
 * The headers of a request with the credentials of the first alternative that can be met: those for which something is given come first, then those
 * that are the caller's own to meet, and at last the one that needs nothing. A function or a source may give nothing, which leaves its alternatives unmet.
 *
 * @throws CredentialsError when there is none, or when a credential cannot be obtained or sent.
 */
export async function authorize(call: Call, headers: Call["headers"]): Promise<Authorization> {
  const authorization: Authorization = { headers: Object.assign(Object.create(null), headers), secrets: [] };
  const { security = [] } = call.operation;
  const isGiven = ({ scheme }: SecurityRequirement) => call.client.credentials[scheme.name] != null;
  const rank = (all: SecurityAlternative) => Number(!all[0]) - Number(all.some(isGiven));
  const obtained = new Map<string, unknown>();
  for (const alternative of [...security].sort((one, other) => rank(one) - rank(other))) {
    if (!(await obtain(call, authorization, alternative, obtained))) continue;
    for (const { scheme } of alternative) write(call, authorization, scheme, obtained.get(scheme.name));
    return authorization;
  }
  const names = security.map((alternative) => alternative.map(({ scheme }) => scheme.name).join(" and "));
  return names[0] ? fail(call, CredentialsError, `needs credentials: ${names.join(", or ")}`) : authorization;
}

/** Whether all credentials of an alternative are there. Each function is asked once for a request. */
async function obtain(
  call: Call,
  authorization: Authorization,
  alternative: SecurityAlternative,
  obtained: Map<string, unknown>,
): Promise<boolean> {
  for (const { scheme } of alternative) {
    if (!scheme.write) continue;
    const given = call.client.credentials[scheme.name];
    const credential = obtained.get(scheme.name) ?? (await provide(call, scheme, given));
    if (credential == null) return false;
    obtained.set(scheme.name, credential);
    if (isSource(given)) authorization.renewable = credential;
  }
  return true;
}

/** Waiting takes time where there is nothing to wait for, too. */
function provide(call: Call, scheme: SecurityScheme, given: unknown): unknown {
  if (typeof given !== "function" && !isSource(given)) return given;
  return (async () => (isSource(given) ? given.get(call.refused) : given()))().catch((cause: unknown) =>
    explain(call, scheme, cause),
  );
}

function write(call: Call, authorization: Authorization, scheme: SecurityScheme, credential: unknown): void {
  // A cast because a scheme names a writer of schemes of its own type.
  const writer = scheme.write as CredentialWriter<SecurityScheme> | undefined;
  try {
    writer?.(authorization, scheme, credential, refuse(call, scheme));
  } catch (cause) {
    explain(call, scheme, cause);
  }
}

function explain(call: Call, scheme: SecurityScheme, cause: unknown): never {
  if (cause instanceof CredentialsError) throw cause;
  return refuse(call, scheme)("could not be read", cause);
}

function refuse(call: Call, { name }: SecurityScheme): RefuseCredential {
  return (reason, cause) => fail(call, CredentialsError, `cannot use credential ${name}: it ${reason}`, cause);
}
