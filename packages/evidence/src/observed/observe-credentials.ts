import { child, isObject, type JsonObject, valueAt } from "../spec/json.js";
import type { SpecOperation } from "../spec/operations.js";
import { confirmed, missing } from "../verify/answer.js";
import type { ObservedRequest } from "./exchange.js";
import type { Observing, Of } from "./observing.js";

const known = new Set(["basic", "bearer", "digest"]);

/**
 * Holds the kinds of credentials that went along with a request that was not refused. That there are none says nothing: whoever
 * records a call takes them out, and ought to.
 */
export function observeCredentials(
  observing: Observing,
  of: Of,
  operation: SpecOperation,
  request: ObservedRequest,
): void {
  for (const kind of new Set([...request.credentials, ...kindsIn(request)])) {
    const alternatives = operation.security.filter(({ schemes }) =>
      schemes.some((name) => kindOf(observing.json, name) === kind),
    );
    const says = `does not allow the credential ${kind}`;
    const answer =
      alternatives.length === 0
        ? missing(operation.pointer, says)
        : confirmed(operation.pointer, ...alternatives.map(({ pointer }) => pointer));
    observing.found.add([...of.names, "credential", kind], of.pointer, answer);
  }
}

function kindsIn({ headers }: ObservedRequest): readonly string[] {
  return headers.flatMap(([name, value]) => {
    const kind = name.toLowerCase() === "authorization" ? value?.trim().split(/\s/, 1)[0]?.toLowerCase() : undefined;
    return kind !== undefined && known.has(kind) ? [kind] : [];
  });
}

/** What a scheme puts into the header `Authorization`. */
function kindOf(json: JsonObject, name: string): string | undefined {
  const scheme = valueAt(json, child("/components/securitySchemes", name));
  if (!isObject(scheme)) return undefined;
  if (scheme.type === "http") return String(scheme.scheme).toLowerCase();
  if (scheme.type === "oauth2" || scheme.type === "openIdConnect") return "bearer";
  const prefix = scheme["x-value-prefix"];
  const inHeader = scheme.in === "header" && String(scheme.name).toLowerCase() === "authorization";
  return inHeader ? (typeof prefix === "string" ? prefix.trim().toLowerCase() : undefined) : undefined;
}
