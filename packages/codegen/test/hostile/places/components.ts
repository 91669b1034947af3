import type { Asked, Fields } from "./asked.js";
import { schemas } from "./schemas.js";

export function components(at: Asked): Fields {
  const { text } = at;
  return {
    schemas: schemas(at),
    parameters: {
      [text("name of a component parameter", "limit")]: { name: "limit", in: "query", schema: { type: "integer" } },
    },
    responses: {
      [text("name of a component response", "Problem")]: {
        description: text("description of a component response", "A problem."),
        content: {
          "application/problem+json": {
            schema: { type: "object" },
            example: { any: text("example of a media type", "any") },
          },
        },
      },
    },
    examples: {
      [text("name of a component example", "one")]: { value: text("value of a component example", "one") },
    },
    requestBodies: { [text("name of a component body", "Body")]: { content: { "application/json": {} } } },
    headers: { [text("name of a component header", "Count")]: { schema: { type: "integer" } } },
    links: {
      [text("name of a component link", "self")]: {
        operationRef: text("reference of a link", "#/paths/~1form/post"),
      },
    },
    callbacks: { [text("name of a component callback", "done")]: {} },
    ...(at.newer && { pathItems: { [text("name of a component path item", "item")]: { summary: "Any." } } }),
    securitySchemes: schemes(at),
  };
}

function schemes(at: Asked): Fields {
  const { text, scheme } = at;
  return {
    [scheme.key]: {
      type: "apiKey",
      in: "header",
      name: `X-${text("header of a key", "Key")}`,
      description: text("key, description", "A key."),
      "x-value-prefix": text("prefix of a key", "Key "),
    },
    [scheme.basic]: { type: "http", scheme: "basic", description: text("basic scheme, description", "A password.") },
    [scheme.oauth]: {
      type: "oauth2",
      description: text("OAuth scheme, description", "A login."),
      flows: {
        authorizationCode: {
          authorizationUrl: text("authorization URL", "https://login.example"),
          tokenUrl: text("token URL", "https://login.example/token"),
          refreshUrl: text("refresh URL", "https://login.example/more"),
          scopes: { [at.scope]: text("scope description", "Reads.") },
        },
      },
    },
    [scheme.openId]: {
      type: "openIdConnect",
      openIdConnectUrl: text("OpenID URL", "https://id.example"),
      description: text("OpenID scheme, description", "An identity."),
    },
  };
}
