import { type Operation, type SecurityAlternative, type SecurityScheme, takesCredential } from "@facsimile/document";
import type { Pair } from "@facsimile/samples/wire";
import type { CaseRequest, Secret } from "../wire/case-request.js";
import type { Hole, RefusalCase, WireCase } from "./case.js";
import { keys } from "./keys.js";
import { refusal } from "./refusals.js";
import { alternativeName, isOpen, secretFor, secretsFor } from "./secrets.js";
import { validRequest } from "./valid-request.js";
import type { ValueContext } from "./value-context.js";

type SecurityCase = RefusalCase | WireCase | Hole;

/** What happens without any credential, with one scheme of several taken away, and with a value that is no credential of its scheme. */
export function securityCases(context: ValueContext, operation: Operation): readonly SecurityCase[] {
  if (isOpen(operation)) return [];
  const request = validRequest(context, operation, "maximal");
  return [
    ...withoutAny(context, request),
    ...operation.security.flatMap((alternative) => [
      ...withoutOne(context, request, alternative),
      ...malformed(context, request, alternative),
    ]),
  ];
}

/** The package says so before it sends anything, and the server refuses the request. */
function withoutAny(context: ValueContext, request: CaseRequest): SecurityCase[] {
  const { operation } = request;
  const covers = [keys.security(operation, "without any credential")];
  if (operation.security.some(isCallersOwn)) return [{ kind: "hole", covers, reason: callersOwn }];
  const bare = { ...request, secrets: [] };
  const name = `${operation.id}: without any credential`;
  return [
    { kind: "refusal", name: `${name}, package`, covers, request: bare, error: "CredentialsError" },
    refusedCase(context, bare, `without any credential, server`, covers),
  ];
}

function withoutOne(context: ValueContext, request: CaseRequest, alternative: SecurityAlternative): SecurityCase[] {
  if (alternative.length < 2) return [];
  const { operation } = request;
  return alternative.map(({ scheme }) => {
    const rest = alternative.filter((requirement) => requirement.scheme !== scheme);
    const what = `${alternativeName(alternative)} without ${scheme.name}`;
    const covers = [keys.security(operation, what)];
    if (!takesCredential(scheme)) return { kind: "hole", covers, reason: callersOwn };
    if (operation.security.some((other) => includes(rest, other)))
      return { kind: "hole", covers, reason: "What is left is an alternative by itself." };
    return refusedCase(context, { ...request, secrets: secretsFor(rest) }, what, covers);
  });
}

const callersOwn = "What is given here is the caller's own to give: a package sends no credential of this scheme.";

function isCallersOwn(alternative: SecurityAlternative): boolean {
  return alternative.every(({ scheme }) => !takesCredential(scheme));
}

function includes(all: SecurityAlternative, part: SecurityAlternative): boolean {
  return part.every(({ scheme }) => all.some((requirement) => requirement.scheme === scheme));
}

function malformed(context: ValueContext, request: CaseRequest, alternative: SecurityAlternative): SecurityCase[] {
  return alternative.map(({ scheme }) => {
    const what = `${alternativeName(alternative)} with a malformed ${scheme.name}`;
    const covers = [keys.security(request.operation, what)];
    const header = malformedAuthorization(scheme);
    if (header === undefined)
      return {
        kind: "hole",
        covers,
        reason: "The document says nothing about what a key looks like, so that any text is one.",
      };
    if (request.operation.security.some((other) => other !== alternative && takesAnyAuthorization(other)))
      return { kind: "hole", covers, reason: "Another alternative takes any text in the same header." };
    const others: Secret[] = alternative
      .filter((requirement) => requirement.scheme !== scheme)
      .map((requirement) => secretFor(requirement.scheme));
    return refusedCase(context, { ...request, secrets: others }, what, covers, [["Authorization", header]]);
  });
}

function takesAnyAuthorization(alternative: SecurityAlternative): boolean {
  return alternative.some(
    ({ scheme }) =>
      scheme.type === "apiKey" && scheme.in === "header" && scheme.parameterName.toLowerCase() === "authorization",
  );
}

/** A value of the `Authorization` header that is not of that scheme. */
function malformedAuthorization(scheme: SecurityScheme): string | undefined {
  if (scheme.type === "apiKey" || !takesCredential(scheme)) return undefined;
  return scheme.type === "http" && scheme.scheme === "basic" ? "Basic bm8tY29sb24=" : "Bearer";
}

function refusedCase(
  context: ValueContext,
  request: CaseRequest,
  what: string,
  covers: readonly string[],
  headers?: readonly Pair[],
): WireCase {
  return {
    kind: "wire",
    name: `${request.operation.id}: ${what}`,
    covers,
    request,
    expected: refusal(context, request.operation, "credential"),
    valid: false,
    distortion: headers === undefined ? undefined : { headers },
  };
}
