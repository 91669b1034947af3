import { refuse } from "../serialize/refuse.js";
import { checkSignature, type Signature } from "./check-signature.js";
import type { WebhookAuthentication } from "./options.js";
import { Ended } from "./problem.js";
import { readSecrets } from "./secret.js";

/** Ends the handling of a request that is not the API's; what was signed besides the body, where that is known. */
export type Authenticate = (request: Request, rawBody: Uint8Array) => Promise<Partial<Signature>>;

/** @throws InvalidRequestError where nothing says how events are known to be the API's, or more than one thing does */
export function authenticationOf({ secret, verify, unsigned }: WebhookAuthentication): Authenticate {
  if ([secret !== undefined, verify !== undefined, unsigned === true].filter(Boolean).length !== 1) {
    refuse({ in: "options", name: "secret" }, "is missing: one of secret, verify and unsigned: true has to be given");
  }
  if (secret !== undefined) {
    const secrets = readSecrets(secret);
    return ({ headers }, rawBody) => checkSignature(secrets, headers, rawBody);
  }
  return async (request, rawBody) => {
    if (verify !== undefined) await checkBy(verify, request, rawBody);
    return {};
  };
}

async function checkBy(
  verify: NonNullable<WebhookAuthentication["verify"]>,
  request: Request,
  rawBody: Uint8Array,
): Promise<void> {
  const refusal = { kind: "refused", status: 401, message: "A webhook was refused by verify." } as const;
  let isFine: boolean;
  try {
    isFine = await verify(request, rawBody);
  } catch (error) {
    throw new Ended({ ...refusal, error });
  }
  if (isFine !== true) throw new Ended(refusal);
}
