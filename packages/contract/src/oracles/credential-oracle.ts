import { type Operation, type SecurityScheme, takesCredential } from "@facsimile/document";
import { headerOf, type RawRequest } from "@facsimile/mock/wire";
import type { Pair } from "@facsimile/samples/wire";
import { alternativeName, isOpen } from "../cases/secrets.js";

/** A request, its query and its cookies told apart; names are decoded. */
export interface ReadRequest {
  readonly raw: RawRequest;
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
}

/**
 * Holds the credentials of a request against its operation: all of one alternative are there, each in its place and in its form, and no
 * header carries one that the operation does not ask for. No message has a credential in it.
 */
export function judgeCredentials(
  request: ReadRequest,
  operation: Operation,
  schemes: readonly SecurityScheme[],
): readonly string[] {
  const needed = operation.security.flatMap((alternative) => alternative.map(({ scheme }) => scheme));
  const places = new Set(needed.map(placeOf));
  const unasked = schemes.filter((scheme) => !places.has(placeOf(scheme)) && isHeaderGiven(request, scheme));
  return [
    ...judgeAlternatives(request, operation),
    ...needed.flatMap((scheme) => judgeForm(request, scheme)),
    ...[...new Set(unasked.map(placeOf))].map((place) => `${place}: the operation does not ask for a credential there`),
  ].filter((message, index, all) => all.indexOf(message) === index);
}

function judgeAlternatives(request: ReadRequest, operation: Operation): string[] {
  const { security } = operation;
  if (isOpen(operation)) return [];
  const isMet = security.some((alternative) => alternative.every(({ scheme }) => isGiven(request, scheme)));
  if (isMet) return [];
  const wanted = security.map((alternative) =>
    alternative.map(({ scheme }) => `${scheme.name} (${placeOf(scheme)})`).join(" and "),
  );
  const given = security.flat().filter(({ scheme }) => isGiven(request, scheme));
  const isOther = given.length === 0 && wordOf(request) !== undefined;
  const none = isOther ? "Authorization has none of a scheme that is asked for" : "there is none";
  const found = given.length === 0 ? none : `there is only ${alternativeName(given)}`;
  return [`credential: ${found}; the operation needs ${wanted.join(", or ")}`];
}

/** Where a credential of a scheme travels, for people. */
function placeOf(scheme: SecurityScheme): string {
  if (scheme.type === "mutualTLS") return "the connection";
  if (scheme.type === "unsupported") return "no place that is known";
  return scheme.type === "apiKey" ? `${scheme.in} ${scheme.parameterName}` : `header Authorization`;
}

/** Whether something of a scheme is where it belongs. What is the caller's own to meet cannot be seen, and is believed to be there. */
function isGiven(request: ReadRequest, scheme: SecurityScheme): boolean {
  if (!takesCredential(scheme)) return true;
  if (scheme.type === "apiKey") return keyOf(request, scheme) !== undefined;
  return wordOf(request) === wordFor(scheme);
}

function keyOf({ raw, query, cookies }: ReadRequest, scheme: SecurityScheme & { type: "apiKey" }): string | undefined {
  const { parameterName } = scheme;
  if (scheme.in === "header") return headerOf(raw.headers, parameterName);
  return (scheme.in === "query" ? query : cookies).find(([name]) => name === parameterName)?.[1];
}

function isHeaderGiven(request: ReadRequest, scheme: SecurityScheme): boolean {
  if (scheme.type === "apiKey") return scheme.in === "header" && isGiven(request, scheme);
  return takesCredential(scheme) && headerOf(request.raw.headers, "authorization") !== undefined;
}

function judgeForm(request: ReadRequest, scheme: SecurityScheme): string[] {
  if (!takesCredential(scheme) || !isGiven(request, scheme)) return [];
  const at = `${placeOf(scheme)} (${scheme.name})`;
  if (scheme.type === "apiKey") {
    const key = keyOf(request, scheme) ?? "";
    const prefix = scheme.valuePrefix ?? "";
    if (!key.startsWith(prefix)) return [`${at}: it does not start with ${JSON.stringify(prefix)}`];
    return key.length > prefix.length ? [] : [`${at}: it is empty`];
  }
  const [, credential = ""] = /^\S+ +(.*)$/s.exec(headerOf(request.raw.headers, "authorization") ?? "") ?? [];
  const word = wordFor(scheme);
  if (word === "basic") return isBasic(credential) ? [] : [`${at}: it is no user and password in base64 (RFC 7617, 2)`];
  // RFC 6750, 2.1.
  if (word === "bearer") return /^[\w\-.~+/]+=*$/.test(credential) ? [] : [`${at}: it is no token (RFC 6750, 2.1)`];
  return credential === "" ? [`${at}: it is empty`] : [];
}

function isBasic(credential: string): boolean {
  return /^[\w+/-]+=*$/.test(credential) && Buffer.from(credential, "base64").includes(":");
}

/** The first word of `Authorization`, in lower case (RFC 9110, 11.1). */
function wordOf({ raw }: ReadRequest): string | undefined {
  return headerOf(raw.headers, "authorization")?.trim().split(/\s/)[0]?.toLowerCase();
}

function wordFor(scheme: SecurityScheme): string {
  return scheme.type === "http" ? scheme.scheme : "bearer";
}
