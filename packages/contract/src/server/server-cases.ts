import type { Case, WireCase } from "../cases/case.js";
import { mayCall } from "../chains/may-call.js";
import { asWireCase, eachRequestOnce } from "../run/raw-requests.js";
import type { Secret } from "../wire/case-request.js";

/** RFC 9110, 9.2.1. */
const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** The cases of a matrix that can be tried on a server that is no mock. */
export interface ServerCases {
  readonly cases: readonly WireCase[];
  /** How many are left out for want of a credential, by the name of its scheme. */
  readonly unsent: ReadonlyMap<string, number>;
}

/**
 * One raw request for each case, without the wish for a certain answer, with the credentials that are given. Without leave to write, only methods
 * that change nothing.
 */
export function serverCases(all: readonly Case[], secrets: readonly Secret[], mayWrite: boolean): ServerCases {
  const unsent = new Map<string, number>();
  const sent = all.flatMap((one): WireCase[] => {
    const wire = asWireCase(one);
    const { operation, secrets: needed } = one.request;
    // A case may send another method than that of its operation, and a real server may have it.
    const method = wire?.distortion?.method;
    if (
      wire === undefined ||
      !(method === undefined ? mayCall(operation, mayWrite) : mayWrite || safeMethods.has(method))
    )
      return [];
    const given = needed.map(({ scheme }) => secrets.find((secret) => secret.scheme.name === scheme.name));
    const missing = needed.filter((_, index) => given[index] === undefined);
    for (const { scheme } of missing) unsent.set(scheme.name, (unsent.get(scheme.name) ?? 0) + 1);
    if (missing.length > 0) return [];
    return [{ ...wire, request: { ...wire.request, secrets: given.flatMap((secret) => secret ?? []) } }];
  });
  return { cases: eachRequestOnce(sent), unsent };
}
