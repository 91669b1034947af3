import type { SecurityScheme } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { nameVariables } from "./environment-names.js";

const apiKey = (credential: string): SecurityScheme => ({
  type: "apiKey",
  name: credential,
  credential,
  description: undefined,
  deprecated: false,
  in: "header",
  parameterName: "X-Key",
  valuePrefix: undefined,
});
const http = (scheme: string, credential: string): SecurityScheme => ({
  type: "http",
  name: credential,
  credential,
  description: undefined,
  deprecated: false,
  scheme,
  bearerFormat: undefined,
});
const oauth2 = (credential: string, kind: "clientCredentials" | "authorizationCode"): SecurityScheme => ({
  type: "oauth2",
  metadataUrl: undefined,
  name: credential,
  credential,
  description: undefined,
  deprecated: false,
  flows: [
    {
      kind,
      authorizationUrl: undefined,
      deviceAuthorizationUrl: undefined,
      tokenUrl: undefined,
      refreshUrl: undefined,
      scopes: [],
    },
  ],
});

function namesOf(packageName: string, ...schemes: readonly SecurityScheme[]): readonly (readonly string[])[] {
  return nameVariables(packageName, schemes).map(({ names }) => [...names.values()]);
}

describe("the environment variables of a package", () => {
  it.each([
    ["sendauth", "SENDAUTH_API_KEY"],
    ["@acme/kettle-v2", "KETTLE_V2_API_KEY"],
    ["@acme/api", "ACME_API_KEY"],
    ["@2fa.io/x", "X_API_KEY"],
    ["2fa", "_2FA_API_KEY"],
  ])("of %s begin with its name: %s", (name, variable) => {
    expect(namesOf(name, apiKey("api_key"))).toEqual([[variable]]);
  });

  it.each<[SecurityScheme, readonly string[]]>([
    [apiKey("ApiKeyAuth"), ["API_KEY"]],
    [apiKey("HeaderAPIKey"), ["HEADER_API_KEY"]],
    [apiKey("clientId"), ["CLIENT_ID"]],
    [apiKey("csrf_token"), ["CSRF_TOKEN"]],
    [apiKey("kettleVersion"), ["VERSION"]],
    [apiKey("Authorization"), ["API_KEY"]],
    [apiKey("größe"), ["GROSSE"]],
    [apiKey("🚀"), ["API_KEY"]],
    [http("bearer", "bearerAuth"), ["TOKEN"]],
    [http("bearer", "jwt"), ["JWT"]],
    [http("bearer", "AdminApiKeyAuth"), ["ADMIN_API_KEY"]],
    [http("bearer", "inference_bearer_auth"), ["INFERENCE_TOKEN"]],
    [http("basic", "basicAuth"), ["USERNAME", "PASSWORD"]],
    [http("basic", "partner"), ["PARTNER_USERNAME", "PARTNER_PASSWORD"]],
    [oauth2("OAuth2Security", "authorizationCode"), ["ACCESS_TOKEN"]],
    [oauth2("OrgOAuth2", "authorizationCode"), ["ORG_ACCESS_TOKEN"]],
    [oauth2("kettleOauth", "authorizationCode"), ["ACCESS_TOKEN"]],
    [oauth2("oAuth", "clientCredentials"), ["ACCESS_TOKEN", "CLIENT_ID", "CLIENT_SECRET", "TOKEN_URL", "SCOPES"]],
  ])("say what is read: $credential", (scheme, variables) => {
    expect(namesOf("kettle", scheme)).toEqual([variables.map((name) => `KETTLE_${name}`)]);
  });

  it("are told apart by the whole key where two schemes would share one, and then by a number", () => {
    const shared = [apiKey("apiKey"), apiKey("ApiKeyAuth"), apiKey("api-key"), http("bearer", "bearerAuth")];
    expect(namesOf("kettle", ...shared)).toEqual([
      ["KETTLE_API_KEY"],
      ["KETTLE_API_KEY_AUTH_API_KEY"],
      ["KETTLE_API_KEY_2"],
      ["KETTLE_TOKEN"],
    ]);
    const both = [oauth2("OAuth2", "clientCredentials"), oauth2("oidc", "authorizationCode")];
    expect(namesOf("kettle", ...both).map(([first]) => first)).toEqual([
      "KETTLE_OAUTH2_ACCESS_TOKEN",
      "KETTLE_OIDC_ACCESS_TOKEN",
    ]);
  });

  it("depend on no scheme but those that would share them", () => {
    const before = namesOf("kettle", apiKey("api_key"), http("basic", "basicAuth"));
    const after = namesOf("kettle", http("bearer", "bearerAuth"), apiKey("api_key"), http("basic", "basicAuth"));
    expect(after.slice(1)).toEqual(before);
  });
});
