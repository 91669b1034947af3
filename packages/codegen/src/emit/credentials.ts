import { type SecurityAlternative, type SecurityScheme, takesCredential } from "@facsimile/document";
import type { Code, ObjectType, PropertyType, Type } from "../print/index.js";
import { assignedType, code, comment, named, objectType, union } from "../print/index.js";
import { declaration } from "./declaration.js";
import { runtimeType } from "./runtime.js";
import type { Scope } from "./scope.js";
import { deprecation, distinctAlternatives } from "./security.js";

/** Whether a client can do without credentials, because an operation can. */
export function credentialsOptional({ api }: Scope): boolean {
  return api.operations.some(
    ({ security }) =>
      security.length === 0 ||
      security.some((alternative) => !alternative.some(({ scheme }) => takesCredential(scheme))),
  );
}

/** The declaration of the credentials, by security scheme; nothing where no operation takes any. */
export function emitCredentials(scope: Scope): Code | undefined {
  const schemes = [...scope.schemes.values()].map(({ scheme }) => scheme).filter(takesCredential);
  const { credentials } = scope.api.names;
  if (schemes.length === 0 || credentials === undefined) return undefined;
  const [only, ...more] = alternatives(scope);
  if (more.length === 0) {
    return code`
      ${comment("Credentials by security scheme.")}
      ${declaration(scope, "interface", credentials)} ${objectType(credentialsType(schemes, only ?? new Set()))}
    `;
  }
  const type: Type = { kind: "intersection", types: [credentialsType(schemes, new Set()), oneOf(schemes, scope)] };
  return code`
    ${comment("Credentials by security scheme: those of one alternative at least.")}
    ${declaration(scope, "type", credentials)} =${assignedType(type)};
  `;
}

/** What one alternative needs: written apart from what may be given, or each would repeat all schemes. */
function oneOf(schemes: readonly SecurityScheme[], scope: Scope): Type {
  return union(
    alternatives(scope).map((required) => ({
      kind: "object",
      properties: schemes
        .filter(({ name }) => required.has(name))
        .map((scheme) => ({ ...credentialProperty(scheme), optional: false, comment: undefined })),
      index: undefined,
    })),
  );
}

/** The sets of schemes of which one must be given, without those that hold another one. */
function alternatives(scope: Scope): readonly ReadonlySet<string>[] {
  const sets = distinctAlternatives(scope)
    .map(schemesOf)
    .filter((set) => set.size > 0);
  return sets.filter((set, index) => {
    return !sets.some((other, position) => isSubset(other, set) && (other.size < set.size || position < index));
  });
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((name) => whole.has(name));
}

function schemesOf(alternative: SecurityAlternative): Set<string> {
  return new Set(alternative.flatMap(({ scheme }) => (takesCredential(scheme) ? scheme.name : [])));
}

function credentialsType(schemes: readonly SecurityScheme[], required: ReadonlySet<string>): ObjectType {
  const ordered = [...schemes].sort((one, other) => Number(required.has(other.name)) - Number(required.has(one.name)));
  const properties = ordered.map((scheme) => ({ ...credentialProperty(scheme), optional: !required.has(scheme.name) }));
  return { kind: "object", properties, index: undefined };
}

function credentialProperty(scheme: SecurityScheme): PropertyType {
  return {
    name: scheme.credential,
    type: credentialType(scheme),
    optional: true,
    readonly: false,
    comment: comment(scheme.description ?? schemeText(scheme), deprecation(scheme)),
  };
}

function credentialType(scheme: SecurityScheme): Type {
  if (scheme.type === "apiKey") return named(runtimeType("ApiKeyCredential"));
  if (scheme.type === "http")
    return named(runtimeType(scheme.scheme === "basic" ? "BasicCredential" : "BearerCredential"));
  return named(runtimeType("OAuth2Credential"));
}

/** What a scheme is, where the document does not say. */
export function schemeText(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case "apiKey":
      return `An API key, sent as the ${scheme.in === "query" ? "query parameter" : scheme.in} \`${scheme.parameterName}\`.`;
    case "http":
      return scheme.scheme === "basic"
        ? "User name and password (HTTP basic)."
        : `A credential for \`Authorization: ${scheme.scheme}\`.`;
    case "unsupported":
      return "Not sent by this package: headers or the `fetch` of the client have to meet it.";
    case "mutualTLS":
      return "A client certificate, which the `fetch` of the client has to present.";
    default:
      return "An access token, or a source of access tokens.";
  }
}
