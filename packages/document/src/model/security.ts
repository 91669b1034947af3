import type { RawApiKeyScheme, RawFlow, RawSecurityRequirement, RawSecurityScheme } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import { quoted } from "../load/structure/words.js";
import type { OAuth2Flow, SecurityAlternative, SecurityRequirement, SecurityScheme } from "./api.js";
import type { Context } from "./context.js";
import { readText } from "./extensions.js";
import { isToken } from "./tokens.js";

/** The HTTP authentication schemes that the runtime can send credentials with. */
const httpSchemes: readonly string[] = ["basic", "bearer"];

const flowKinds = ["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"] as const;

export function buildSecuritySchemes(context: Context): SecurityScheme[] {
  return Object.entries(context.root.components?.securitySchemes ?? {}).map(([name, scheme]) => {
    const { value, pointer } = context.resolve(scheme, child("/components/securitySchemes", name));
    return buildScheme(context, name, value, pointer);
  });
}

function buildScheme(context: Context, name: string, scheme: RawSecurityScheme, pointer: string): SecurityScheme {
  const { description } = scheme;
  switch (scheme.type) {
    case "apiKey": {
      checkKeyName(context, scheme, pointer);
      const valuePrefix = readText(context, scheme["x-value-prefix"], child(pointer, "x-value-prefix"));
      return { type: "apiKey", name, description, in: scheme.in, parameterName: scheme.name, valuePrefix };
    }
    case "http":
      checkHttpScheme(context, name, scheme.scheme, child(pointer, "scheme"));
      return {
        type: "http",
        name,
        description,
        scheme: scheme.scheme.toLowerCase(),
        bearerFormat: scheme.bearerFormat,
      };
    case "oauth2":
      return { type: "oauth2", name, description, flows: buildFlows(scheme.flows) };
    case "openIdConnect":
      return { type: "openIdConnect", name, description, openIdConnectUrl: scheme.openIdConnectUrl };
    case "mutualTLS":
      return { type: "mutualTLS", name, description };
  }
}

function checkHttpScheme(context: Context, name: string, scheme: string, pointer: string): void {
  if (httpSchemes.includes(scheme.toLowerCase())) return;
  const message = `The security scheme "${name}" uses HTTP authentication "${scheme}", which the runtime cannot send.`;
  const fix = `Use ${httpSchemes.join(" or ")}, or describe the Authorization header as an apiKey in: header.`;
  context.report("security-scheme-unsupported", pointer, message, fix);
}

function checkKeyName(context: Context, { in: place, name }: RawApiKeyScheme, pointer: string): void {
  if (place === "query" ? name !== "" : isToken(name)) return;
  const message = `No ${place === "query" ? "query parameter" : place} can be called "${name}".`;
  context.report(
    "parameter-name-invalid",
    child(pointer, "name"),
    message,
    "Write the name under which the key is sent.",
  );
}

function buildFlows(flows: { readonly [kind in (typeof flowKinds)[number]]?: RawFlow }): OAuth2Flow[] {
  return flowKinds.flatMap((kind) => {
    const flow = flows[kind];
    return flow === undefined ? [] : [buildFlow(kind, flow)];
  });
}

function buildFlow(kind: OAuth2Flow["kind"], flow: RawFlow): OAuth2Flow {
  const { authorizationUrl, tokenUrl, refreshUrl } = flow;
  const scopes = Object.entries(flow.scopes).map(([name, description]) => ({ name, description }));
  return { kind, authorizationUrl, tokenUrl, refreshUrl, scopes };
}

/** Resolves the names of requirements to schemes. An unknown name is reported once for each place that writes it. */
export class SecurityReader {
  private readonly context: Context;
  private readonly schemes: ReadonlyMap<string, SecurityScheme>;
  private readonly inherited: readonly SecurityAlternative[];

  constructor(context: Context, schemes: readonly SecurityScheme[]) {
    this.context = context;
    this.schemes = new Map(schemes.map((scheme) => [scheme.name, scheme]));
    this.inherited = this.read(context.root.security ?? [], "/security");
  }

  /** The alternatives of an operation: its own, or the document's. */
  forOperation(own: readonly RawSecurityRequirement[] | undefined, pointer: string): readonly SecurityAlternative[] {
    return own === undefined ? this.inherited : this.read(own, child(pointer, "security"));
  }

  private read(alternatives: readonly RawSecurityRequirement[], pointer: string): SecurityAlternative[] {
    return alternatives.map((alternative, index) =>
      Object.entries(alternative).flatMap(([name, scopes]) => {
        return this.requirement(name, scopes, child(child(pointer, index), name));
      }),
    );
  }

  private requirement(name: string, scopes: readonly string[], pointer: string): SecurityRequirement[] {
    const scheme = this.schemes.get(name);
    if (scheme !== undefined) return [{ scheme, scopes }];
    const message = `The security requirement names "${name}", which is no security scheme of this document.`;
    const known = quoted([...this.schemes.keys()]);
    const fix = `Add it to components.securitySchemes${known === "" ? "" : `, or use one of ${known}`}.`;
    this.context.report("security-scheme-unknown", pointer, message, fix);
    return [];
  }
}
