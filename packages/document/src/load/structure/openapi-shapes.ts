import { schemaShapes } from "./schema-shapes.js";
import { securityRequirements } from "./security-shapes.js";
import {
  anything,
  choice,
  extensibleMap,
  flag,
  list,
  map,
  type ObjectName,
  type ObjectShape,
  object,
  schema,
  text,
} from "./shape.js";

const parameters = list(object("Parameter"));
const content = map(object("Media Type"));
const examples = map(object("Example"));
const docs = object("External Documentation");

/** What parameters and headers share (OpenAPI 3.1.1, 4.8.12 and 4.8.21). */
const headerFields = {
  description: text,
  required: flag,
  deprecated: flag,
  allowEmptyValue: flag,
  style: text,
  explode: flag,
  allowReserved: flag,
  schema,
  example: anything,
  examples,
  content,
};

const operation = object("Operation");

/** How the parts of a body are written, by their names or by their positions. */
const encodings = {
  encoding: map(object("Encoding")),
  prefixEncoding: list(object("Encoding")),
  itemEncoding: object("Encoding"),
};

/** The objects of OpenAPI 3.0.4, 3.1.1 and 3.2.0; what only one of them has is allowed in all, but for {@link isLater}. */
export const objectShapes: Readonly<Record<ObjectName, ObjectShape>> = {
  ...schemaShapes,
  Document: {
    required: ["openapi", "info"],
    fields: {
      openapi: text,
      $self: text,
      info: object("Info"),
      jsonSchemaDialect: text,
      servers: list(object("Server")),
      paths: extensibleMap(object("Path Item")),
      webhooks: map(object("Path Item")),
      components: object("Components"),
      security: securityRequirements,
      tags: list(object("Tag")),
      externalDocs: docs,
    },
  },
  Info: {
    required: ["title", "version"],
    fields: {
      title: text,
      summary: text,
      description: text,
      termsOfService: text,
      contact: object("Contact"),
      license: object("License"),
      version: text,
    },
  },
  Contact: { fields: { name: text, url: text, email: text } },
  License: { required: ["name"], fields: { name: text, identifier: text, url: text } },
  Tag: {
    required: ["name"],
    fields: { name: text, summary: text, description: text, externalDocs: docs, parent: text, kind: text },
  },
  "External Documentation": { required: ["url"], fields: { url: text, description: text } },
  Server: {
    required: ["url"],
    fields: { url: text, description: text, name: text, variables: map(object("Server Variable")) },
  },
  "Server Variable": { required: ["default"], fields: { enum: list(text), default: text, description: text } },
  Components: {
    fields: {
      schemas: map(schema),
      responses: map(object("Response")),
      parameters: map(object("Parameter")),
      examples,
      requestBodies: map(object("Request Body")),
      headers: map(object("Header")),
      securitySchemes: map(object("Security Scheme")),
      links: map(object("Link")),
      callbacks: map(object("Callback")),
      pathItems: map(object("Path Item")),
      mediaTypes: map(object("Media Type")),
    },
  },
  "Path Item": {
    fields: {
      summary: text,
      description: text,
      get: operation,
      put: operation,
      post: operation,
      delete: operation,
      options: operation,
      head: operation,
      patch: operation,
      trace: operation,
      query: operation,
      additionalOperations: map(operation),
      servers: list(object("Server")),
      parameters,
    },
  },
  Operation: {
    fields: {
      tags: list(text),
      summary: text,
      description: text,
      externalDocs: docs,
      operationId: text,
      parameters,
      requestBody: object("Request Body"),
      responses: extensibleMap(object("Response")),
      callbacks: map(object("Callback")),
      deprecated: flag,
      security: securityRequirements,
      servers: list(object("Server")),
    },
  },
  Parameter: {
    section: "parameters",
    required: ["name", "in"],
    fields: { ...headerFields, name: text, in: choice("path", "query", "header", "cookie", "querystring") },
  },
  Header: { section: "headers", fields: headerFields },
  "Request Body": {
    section: "requestBodies",
    required: ["content"],
    fields: { description: text, content, required: flag },
  },
  "Media Type": { fields: { schema, itemSchema: schema, example: anything, examples, ...encodings } },
  Encoding: {
    fields: {
      contentType: text,
      headers: map(object("Header")),
      style: text,
      explode: flag,
      allowReserved: flag,
      ...encodings,
    },
  },
  Response: {
    section: "responses",
    fields: { summary: text, description: text, headers: map(object("Header")), content, links: map(object("Link")) },
  },
  Example: {
    section: "examples",
    fields: {
      summary: text,
      description: text,
      value: anything,
      dataValue: anything,
      serializedValue: text,
      externalValue: text,
    },
  },
  Link: {
    section: "links",
    fields: {
      operationRef: text,
      operationId: text,
      parameters: map(anything),
      requestBody: anything,
      description: text,
      server: object("Server"),
    },
  },
  Callback: { section: "callbacks", fields: {}, entries: object("Path Item") },
  "Security Scheme": {
    section: "securitySchemes",
    required: ["type"],
    requiredBy: {
      field: "type",
      values: { apiKey: ["name", "in"], http: ["scheme"], oauth2: ["flows"], openIdConnect: ["openIdConnectUrl"] },
    },
    fields: {
      type: choice("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"),
      description: text,
      name: text,
      in: choice("query", "header", "cookie"),
      scheme: text,
      bearerFormat: text,
      flows: object("OAuth Flows"),
      openIdConnectUrl: text,
      oauth2MetadataUrl: text,
      deprecated: flag,
    },
  },
  "OAuth Flows": {
    fields: {
      implicit: object("OAuth Flow"),
      password: object("OAuth Flow"),
      clientCredentials: object("OAuth Flow"),
      authorizationCode: object("OAuth Flow"),
      deviceAuthorization: object("OAuth Flow"),
    },
  },
  "OAuth Flow": {
    required: ["scopes"],
    fields: {
      authorizationUrl: text,
      deviceAuthorizationUrl: text,
      tokenUrl: text,
      refreshUrl: text,
      scopes: map(text),
    },
  },
};

/**
 * Whether a member has its meaning since OpenAPI 3.2 alone: before, an operation under such a name is one of no method, and media types under theirs
 * are whatever refers to them makes of them.
 */
export function isLater(name: ObjectName, key: string): boolean {
  if (name === "Components") return key === "mediaTypes";
  return name === "Path Item" && (key === "query" || key === "additionalOperations");
}
