import type { Operation, SecurityAlternative, SecurityScheme } from "@facsimile/document";
import type { Secret } from "../wire/case-request.js";

/** A credential for a scheme, made up and the same each time. It has none of the characters that Prism stumbles over. */
export function secretFor(scheme: SecurityScheme): Secret {
  const isBasic = scheme.type === "http" && scheme.scheme === "basic";
  return {
    scheme,
    value: isBasic ? { username: "user-of-tests", password: `secret-of-${scheme.name}` } : `secret-of-${scheme.name}`,
  };
}

export function secretsFor(alternative: SecurityAlternative): readonly Secret[] {
  return alternative.map(({ scheme }) => secretFor(scheme));
}

/** The ways to be let in; one that needs nothing, where the operation states none. */
export function alternativesOf({ security }: Operation): readonly SecurityAlternative[] {
  return security.length === 0 ? [[]] : security;
}

/** Whether the operation can be called without a credential. */
export function isOpen({ security }: Operation): boolean {
  return security.length === 0 || security.some((alternative) => alternative.length === 0);
}

/** Names an alternative for people. */
export function alternativeName(alternative: SecurityAlternative): string {
  return alternative.length === 0 ? "no credential" : alternative.map(({ scheme }) => scheme.name).join(" and ");
}
