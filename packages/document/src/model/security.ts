import type { RawApiKeyScheme, RawFlow, RawSecurityScheme } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { OAuth2Flow, SecurityScheme } from "./api.js";
import type { Context } from "./context.js";
import { readText } from "./extensions.js";
import { chosenKey } from "./names/chosen.js";
import { nameCredentials } from "./names/credential-names.js";
import { isToken } from "./tokens.js";

/** The HTTP authentication schemes that the runtime can send credentials with. */
const httpSchemes: readonly string[] = ["basic", "bearer"];

const flowKinds = ["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"] as const;

export function buildSecuritySchemes(context: Context): SecurityScheme[] {
  const schemes = Object.entries(context.root.components?.securitySchemes ?? {}).map(([name, scheme]) => {
    return { name, ...context.resolve(scheme, child("/components/securitySchemes", name)) };
  });
  const credentials = nameCredentials(
    context,
    schemes.map(({ name, value, pointer }) => ({ name, chosen: value[chosenKey], pointer })),
  );
  return schemes.map(({ name, value, pointer }) => {
    return buildScheme(context, { name, credential: credentials.get(name) ?? name }, value, pointer);
  });
}

type SchemeNames = Pick<SecurityScheme, "name" | "credential">;

function buildScheme(context: Context, names: SchemeNames, scheme: RawSecurityScheme, pointer: string): SecurityScheme {
  const { name } = names;
  const common = { ...names, description: scheme.description, deprecated: scheme.deprecated ?? false };
  switch (scheme.type) {
    case "apiKey": {
      if (!hasUsableName(context, name, scheme, pointer)) return { type: "unsupported", ...common };
      const valuePrefix = readText(context, scheme["x-value-prefix"], child(pointer, "x-value-prefix"));
      return { type: "apiKey", ...common, in: scheme.in, parameterName: scheme.name, valuePrefix };
    }
    case "http":
      if (!isSupported(context, name, scheme.scheme, child(pointer, "scheme")))
        return { type: "unsupported", ...common };
      return {
        type: "http",
        ...common,
        scheme: scheme.scheme.toLowerCase(),
        bearerFormat: scheme.bearerFormat,
      };
    case "oauth2":
      return { type: "oauth2", ...common, flows: buildFlows(scheme.flows), metadataUrl: scheme.oauth2MetadataUrl };
    case "openIdConnect":
      return { type: "openIdConnect", ...common, openIdConnectUrl: scheme.openIdConnectUrl };
    case "mutualTLS":
      return { type: "mutualTLS", ...common };
  }
}

function isSupported(context: Context, name: string, scheme: string, pointer: string): boolean {
  if (httpSchemes.includes(scheme.toLowerCase())) return true;
  const message = `The security scheme "${name}" is left out: it uses HTTP authentication "${scheme}", which is the caller's own to meet.`;
  const fix = `Send it by headers or a fetch of your own; or describe the Authorization header as an apiKey in: header.`;
  context.report("security-scheme-unsupported", pointer, message, fix);
  return false;
}

function hasUsableName(
  context: Context,
  scheme: string,
  { in: place, name }: RawApiKeyScheme,
  pointer: string,
): boolean {
  if (place === "query" ? name !== "" : isToken(name)) return true;
  const kind = place === "query" ? "query parameter" : place;
  const message = `The security scheme "${scheme}" is left out: no ${kind} can be called "${name}".`;
  context.report(
    "parameter-name-invalid",
    child(pointer, "name"),
    message,
    "Write the name under which the key is sent.",
  );
  return false;
}

function buildFlows(flows: { readonly [kind in (typeof flowKinds)[number]]?: RawFlow }): OAuth2Flow[] {
  return flowKinds.flatMap((kind) => {
    const flow = flows[kind];
    return flow === undefined ? [] : [buildFlow(kind, flow)];
  });
}

function buildFlow(kind: OAuth2Flow["kind"], flow: RawFlow): OAuth2Flow {
  const { authorizationUrl, deviceAuthorizationUrl, tokenUrl, refreshUrl } = flow;
  const scopes = Object.entries(flow.scopes).map(([name, description]) => ({ name, description }));
  return { kind, authorizationUrl, deviceAuthorizationUrl, tokenUrl, refreshUrl, scopes };
}
