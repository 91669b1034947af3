import {
  type Api,
  child,
  type Operation,
  type SecurityAlternative,
  type SecurityScheme,
  takesCredential,
} from "@facsimile/document";
import { alternativeName, isOpen } from "../../cases/secrets.js";
import { type Claim, holds, holdsNot, type TypeCheck } from "./claim.js";
import type { TypeContext } from "./context.js";

/** The credentials that a client is made with. Nothing, where no operation needs one. */
export function credentialChecks(context: TypeContext): readonly TypeCheck[] {
  const alternatives = distinctAlternatives(context.api);
  if (alternatives.length === 0) return [];
  const schemes = "/components/securitySchemes";
  const needed = context.say("credentials", "needs some for every operation", schemes);
  const unknown = context.say("credentials", 'has no scheme called "no such scheme"', schemes);
  const claims = [
    ...alternatives.flatMap((alternative) => alternativeClaims(context, alternative)),
    ...(needsCredentials(context.api)
      ? [holdsNot(`Fits<{}, ${credentialsType}>`, `${needed}, and the package none`)]
      : []),
    holdsNot(`Fits<{ "no such scheme": string }, ${credentialsType}>`, `${unknown}, and the package's type allows it`),
  ];
  return [{ name: "types of the credentials", claims, holes: [] }];
}

// Options that are optional are undefined too.
export const credentialsType = 'NonNullable<NonNullable<Options>["credentials"]>';

export function distinctAlternatives({ operations }: Api): readonly SecurityAlternative[] {
  const all = operations.flatMap(({ security }) => security.map(ofPackage)).filter(({ length }) => length > 0);
  return [...new Map(all.map((alternative) => [alternativeName(alternative), alternative])).values()];
}

/** Whether there is nothing that can be called without. */
export function needsCredentials({ operations }: Api): boolean {
  const isFree = ({ security }: Operation): boolean =>
    security.some((alternative) => ofPackage(alternative).length === 0);
  return operations.length > 0 && operations.every((operation) => !isOpen(operation) && !isFree(operation));
}

/** What a package is given of an alternative: the rest is the caller's own to give. */
function ofPackage(alternative: SecurityAlternative): SecurityAlternative {
  return alternative.filter(({ scheme }) => takesCredential(scheme));
}

/** Each alternative is enough by itself, as values and as functions that give them, and not with values that are no credentials. */
function alternativeClaims(context: TypeContext, alternative: SecurityAlternative): readonly Claim[] {
  const object = (type: (scheme: SecurityScheme) => string): string =>
    `{ ${alternative.map(({ scheme }) => `${JSON.stringify(scheme.credential)}: ${type(scheme)}`).join("; ")} }`;
  const pointer = child("/components/securitySchemes", alternative[0]?.scheme.name ?? "");
  const sentence = (meaning: string): string => context.say("credentials", meaning, pointer);
  const name = alternativeName(alternative);
  const enough = `${sentence(`lets ${name} in`)}, and the package's type refuses it`;
  const asFunction = `${sentence(`lets ${name} in`)}, and the package's type refuses it as a function`;
  return [
    holds(`Fits<${object(credentialType)}, ${credentialsType}>`, enough),
    holds(`Fits<${object((scheme) => `() => Promise<${credentialType(scheme)}>`)}, ${credentialsType}>`, asFunction),
    ...alternative.map(({ scheme }) => {
      const wrong = object((one) => (one === scheme ? "number" : credentialType(one)));
      const meaning = sentence(`has text for ${scheme.name}`);
      return holdsNot(`Fits<${wrong}, ${credentialsType}>`, `${meaning}, and the package's type allows a number`);
    }),
  ];
}

function credentialType(scheme: SecurityScheme): string {
  const isBasic = scheme.type === "http" && scheme.scheme === "basic";
  return isBasic ? "{ username: string; password: string }" : "string";
}
