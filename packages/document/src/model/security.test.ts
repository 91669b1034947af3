import { describe, expect, test } from "vitest";
import { build, buildOperation, find } from "../../test/documents.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';
const schemes = "{ a: { type: http, scheme: Basic }, b: { type: apiKey, in: query, name: key } }";

const document = (security: string, own: string): string => `${head}security: ${security}
components: { securitySchemes: ${schemes} }
paths: { /a: { get: { operationId: a, responses: { 200: { description: OK. } } ${own} } } }
`;

async function names(security: string, own = ""): Promise<string[][]> {
  const operation = await buildOperation(document(security, own));
  return operation.security.map((alternative) =>
    alternative.map(({ scheme, scopes }) => [scheme.name, ...scopes].join(" ")),
  );
}

test("an operation has the requirements of the document, alternatives and all", async () => {
  expect(await names("[{ a: [], b: [x, y] }, { b: [] }, {}]")).toEqual([["a", "b x y"], ["b"], []]);
});

test("its own requirements take the place of the document's, even if there are none", async () => {
  expect(await names("[{ a: [] }]", ", security: [{ b: [] }]")).toEqual([["b"]]);
  expect(await names("[{ a: [] }]", ", security: []")).toEqual([]);
});

test("an unknown scheme is reported where it is named", async () => {
  expect(await find(document("[{ a: [], c: [] }]", ", security: [{ d: [] }]"))).toEqual([
    "openapi.yaml:3:21 security-scheme-unknown /security/0/c",
    "openapi.yaml:5:95 security-scheme-unknown /paths/~1a/get/security/0/d",
  ]);
});

test("every kind of scheme is described in the document's words", async () => {
  const { securitySchemes } = await build(`${head}paths: {}
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: Authorization, x-value-prefix: "Apikey ", description: Your key. }
    login: { $ref: "#/components/securitySchemes/basic" }
    basic: { type: http, scheme: BASIC }
    token: { type: http, scheme: bearer, bearerFormat: JWT }
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Read. } }, implicit: { authorizationUrl: /auth, scopes: {} } } }
    oidc: { type: openIdConnect, openIdConnectUrl: https://id.example/.well-known }
    tls: { type: mutualTLS }
`);
  const flow = {
    refreshUrl: undefined,
    authorizationUrl: undefined,
    deviceAuthorizationUrl: undefined,
    tokenUrl: undefined,
  };
  expect(securitySchemes).toEqual([
    {
      type: "apiKey",
      name: "key",
      credential: "key",
      description: "Your key.",
      deprecated: false,
      in: "header",
      parameterName: "Authorization",
      valuePrefix: "Apikey ",
    },
    {
      type: "http",
      name: "login",
      credential: "login",
      description: undefined,
      deprecated: false,
      scheme: "basic",
      bearerFormat: undefined,
    },
    {
      type: "http",
      name: "basic",
      credential: "basic",
      description: undefined,
      deprecated: false,
      scheme: "basic",
      bearerFormat: undefined,
    },
    {
      type: "http",
      name: "token",
      credential: "token",
      description: undefined,
      deprecated: false,
      scheme: "bearer",
      bearerFormat: "JWT",
    },
    {
      type: "oauth2",
      metadataUrl: undefined,
      name: "oauth",
      credential: "oauth",
      description: undefined,
      deprecated: false,
      flows: [
        { ...flow, kind: "implicit", authorizationUrl: "/auth", scopes: [] },
        { ...flow, kind: "clientCredentials", tokenUrl: "/token", scopes: [{ name: "read", description: "Read." }] },
      ],
    },
    {
      type: "openIdConnect",
      name: "oidc",
      credential: "oidc",
      description: undefined,
      deprecated: false,
      openIdConnectUrl: "https://id.example/.well-known",
    },
    { type: "mutualTLS", name: "tls", credential: "tls", description: undefined, deprecated: false },
  ]);
});

test.each([
  ["{ type: http, scheme: digest }", "3:51 security-scheme-unsupported /components/securitySchemes/s/scheme"],
  ["{ type: apiKey, in: header, name: X Key }", "3:65 parameter-name-invalid /components/securitySchemes/s/name"],
  [
    "{ type: apiKey, in: header, name: X, x-value-prefix: 1 }",
    "3:74 extension-invalid /components/securitySchemes/s/x-value-prefix",
  ],
])("%s is refused", async (scheme, expected) => {
  expect(await find(`${head}components: { securitySchemes: { s: ${scheme} } }`)).toEqual([`openapi.yaml:${expected}`]);
});

describe("schemes that are needed together and sent in one place", () => {
  const clashing = (security: string): string => `${head}security: ${security}
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: Authorization }
    token: { type: http, scheme: bearer }
    session: { type: apiKey, in: cookie, name: id }
    user: { type: apiKey, in: cookie, name: user }
paths: { /a: { get: { operationId: a, responses: { 200: { description: OK. } } } } }
`;
  const kept = async (security: string): Promise<string[][]> => {
    const operation = await buildOperation(clashing(security));
    return operation.security.map((alternative) => alternative.map(({ scheme }) => `${scheme.name}: ${scheme.type}`));
  };

  test("are no alternative where there is another one", async () => {
    expect(await kept("[{ key: [], token: [] }, { token: [] }]")).toEqual([["token: http"]]);
    expect(await kept("[{ key: [], token: [] }, {}]")).toEqual([[]]);
  });

  test("are the caller's own to meet where there is none", async () => {
    expect(await kept("[{ key: [], token: [] }]")).toEqual([["key and token: unsupported"]]);
  });

  test("are none where they are sent in places of their own", async () => {
    expect(await kept("[{ session: [], user: [], key: [] }]")).toEqual([
      ["session: apiKey", "user: apiKey", "key: apiKey"],
    ]);
  });
});

test("a device flow has the URLs of OpenAPI 3.2", async () => {
  const { securitySchemes } = await build(`${head}paths: {}
components:
  securitySchemes:
    tv:
      type: oauth2
      flows: { deviceAuthorization: { deviceAuthorizationUrl: https://id.example/device, tokenUrl: https://id.example/token, scopes: {} } }
`);
  expect(securitySchemes).toMatchObject([
    {
      flows: [
        {
          kind: "deviceAuthorization",
          deviceAuthorizationUrl: "https://id.example/device",
          tokenUrl: "https://id.example/token",
        },
      ],
    },
  ]);
});
