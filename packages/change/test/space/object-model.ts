/** What a field holds: it decides which edits there are of it. */
export type Kind =
  /** One text, number or other value that is compared as a whole. */
  | "value"
  | "number"
  | "flag"
  /** One object with fields of its own, which have cells of their own. */
  | "object"
  | "schema"
  /** The order of its items may mean something. */
  | "list"
  /** Members with names that people give. */
  | "map"
  /** A map that has one member. */
  | "only"
  /** A reference in the place of the object itself. */
  | "reference";

export interface Field {
  readonly kind: Kind;
  /** A field that has to be there can only change. */
  readonly isRequired: boolean;
  /** The versions of OpenAPI that know it. */
  readonly versions: readonly ("3.0" | "3.1" | "3.2")[];
  /** The section that defines it. */
  readonly section: string;
}

export type ObjectName =
  | "document"
  | "info"
  | "contact"
  | "license"
  | "server"
  | "server variable"
  | "components"
  | "paths"
  | "path item"
  | "operation"
  | "external documentation"
  | `${"query" | "header" | "path" | "cookie"} parameter`
  | "request body"
  | "media type"
  | `encoding of a ${"part" | "part within a part" | "form"}`
  | "responses"
  | "response"
  | "callback"
  | "example"
  | "link"
  | "header"
  | "tag"
  | "schema"
  | "discriminator"
  | "xml"
  | `${"apiKey" | "http" | "oauth2" | "openIdConnect"} scheme`
  | "flows"
  | "flow"
  | "security requirement";

export type Fields = Readonly<Record<string, Field>>;

const oas = (object: string): string => `https://spec.openapis.org/oas/v3.1.1.html#${object}-object`;
const core = (section: string): string => `https://json-schema.org/draft/2020-12/json-schema-core#section-${section}`;
const validation = (section: string): string =>
  `https://json-schema.org/draft/2020-12/json-schema-validation#section-${section}`;

/**
 * The fields of an object, as `name: kind`; `!` after the kind: it has to be there; `3.0` or `3.1`: only that version has it; `3.2`: it is new there. The fixed
 * fields of OpenAPI 3.0.4, 3.1.1 and 3.2.0. A name that means another thing in one version has that version behind it: `exclusiveMinimum@3.0`.
 */
function fields(section: string, text: string): Fields {
  return Object.fromEntries(
    text
      .split(/[,\n]/)
      .map((row) => row.trim())
      .filter((row) => row !== "")
      .map((row): [string, Field] => {
        const [, name = "", kind = "", mark, version] = /^(\S+): (\w+)(!)?(?: (3\.[012]))?$/.exec(row) ?? [];
        return [
          name,
          {
            // The rows below name kinds only; edits.ts fails on another word.
            kind: kind as Kind,
            isRequired: mark === "!",
            versions: versionsOf(version),
            section,
          },
        ];
      }),
  );
}

/** What is new in 3.2 is walked there, and what was there before, where it is told apart from what came later. */
function versionsOf(version: string | undefined): Field["versions"] {
  return version === "3.0" || version === "3.1" || version === "3.2" ? [version] : ["3.0", "3.1"];
}

const extension = "x-note: value";

/** What an Encoding Object says of parts of a part. */
const nested = "encoding: map 3.2, prefixEncoding: list 3.2, itemEncoding: object 3.2";

const parameter = fields(
  oas("parameter"),
  `$ref: reference, name: value!, in: value!, description: value, required: flag, deprecated: flag, allowEmptyValue: flag, style: value,
  explode: flag, allowReserved: flag, schema: schema, example: value, examples: map, content: only, ${extension}`,
);

const methods = "get put post delete options head patch trace".split(" ").map((method) => `${method}: object`);

const keywords: Fields = {
  ...fields(
    core("8"),
    "$schema: value 3.1, $id: value 3.1, $anchor: value 3.1, $dynamicAnchor: value 3.1, $comment: value 3.1",
  ),
  ...fields(core("8.2.3"), "$ref: reference, $dynamicRef: value 3.1"),
  ...fields(core("8.2.4"), "$defs: map 3.1"),
  ...fields(core("10.2.1"), "allOf: list, anyOf: list, oneOf: list, not: schema"),
  ...fields(core("10.2.2"), "if: schema 3.1, then: schema 3.1, else: schema 3.1, dependentSchemas: map 3.1"),
  ...fields(core("10.3.1"), "prefixItems: list 3.1, items: schema, contains: schema 3.1"),
  ...fields(
    core("10.3.2"),
    "properties: map, patternProperties: map 3.1, additionalProperties: schema, propertyNames: schema 3.1",
  ),
  ...fields(core("11"), "unevaluatedItems: schema 3.1, unevaluatedProperties: schema 3.1"),
  ...fields(validation("6.1"), "type: value, enum: list, const: value 3.1"),
  ...fields(validation("6.2"), "multipleOf: number, maximum: number, minimum: number"),
  ...fields(validation("6.2"), "exclusiveMaximum: number 3.1, exclusiveMinimum: number 3.1"),
  ...fields(validation("6.3"), "maxLength: number, minLength: number, pattern: value"),
  ...fields(validation("6.4"), "maxItems: number, minItems: number, uniqueItems: flag"),
  ...fields(validation("6.4"), "maxContains: number 3.1, minContains: number 3.1"),
  ...fields(
    validation("6.5"),
    "maxProperties: number, minProperties: number, required: list, dependentRequired: map 3.1",
  ),
  ...fields(validation("7"), "format: value"),
  ...fields(validation("8"), "contentEncoding: value 3.1, contentMediaType: value 3.1, contentSchema: schema 3.1"),
  ...fields(validation("9"), "title: value, description: value, default: value, deprecated: flag, readOnly: flag"),
  ...fields(validation("9"), "writeOnly: flag, examples: list 3.1"),
  ...fields(oas("schema"), `discriminator: object, xml: object, externalDocs: object, example: value, ${extension}`),
  ...fields(
    "https://spec.openapis.org/oas/v3.0.4.html#schema-object",
    "nullable: flag 3.0, exclusiveMaximum@3.0: flag 3.0, exclusiveMinimum@3.0: flag 3.0",
  ),
};

/** The object model of OpenAPI 3.0.4 and 3.1.1 with JSON Schema 2020-12. Objects that differ by a field that decides of others stand several times. */
export const objectModel: Readonly<Record<ObjectName, Fields>> = {
  document: fields(
    oas("openapi"),
    `openapi: value!, info: object!, jsonSchemaDialect: value 3.1, servers: list, paths: object!, webhooks: map 3.1, components: object, $self: value 3.2,
    security: list, tags: list, externalDocs: object, ${extension}`,
  ),
  info: fields(
    oas("info"),
    `title: value!, summary: value 3.1, description: value, termsOfService: value, contact: object, license: object, version: value!, ${extension}`,
  ),
  contact: fields(oas("contact"), `name: value, url: value, email: value, ${extension}`),
  license: fields(oas("license"), `name: value!, identifier: value 3.1, url: value, ${extension}`),
  server: fields(oas("server"), `url: value!, description: value, name: value 3.2, variables: map, ${extension}`),
  "server variable": fields(oas("server-variable"), `enum: list, default: value!, description: value, ${extension}`),
  components: fields(
    oas("components"),
    `schemas: map, responses: map, parameters: map, examples: map, requestBodies: map, headers: map, securitySchemes: map, links: map,
    callbacks: map, pathItems: map 3.1, mediaTypes: map 3.2, ${extension}`,
  ),
  paths: fields(oas("paths"), `/{path}: map, ${extension}`),
  "path item": fields(
    oas("path-item"),
    `$ref: reference, summary: value, description: value, ${methods.join(", ")}, query: object 3.2, additionalOperations: map 3.2, servers: list, parameters: list, ${extension}`,
  ),
  operation: fields(
    oas("operation"),
    `tags: list, summary: value, description: value, externalDocs: object, operationId: value, parameters: list, requestBody: object,
    responses: object!, callbacks: map, deprecated: flag, security: list, servers: list, ${extension}`,
  ),
  "external documentation": fields(oas("external-documentation"), `description: value, url: value!, ${extension}`),
  "query parameter": parameter,
  "header parameter": parameter,
  "path parameter": parameter,
  "cookie parameter": parameter,
  "request body": fields(
    oas("request-body"),
    `$ref: reference, description: value, content: map!, required: flag, ${extension}`,
  ),
  "media type": fields(
    oas("media-type"),
    `schema: schema, example: value, examples: map, encoding: map, prefixEncoding: list 3.2, itemEncoding: object 3.2, ${extension}`,
  ),
  "encoding of a part": fields(
    oas("encoding"),
    `contentType: value, headers: map, style: value 3.1, style@3.0: value 3.0, explode: flag 3.1, explode@3.0: flag 3.0,
    allowReserved: flag 3.1, allowReserved@3.0: flag 3.0, ${nested}, ${extension}`,
  ),
  "encoding of a part within a part": fields(
    oas("encoding"),
    `contentType: value 3.2, headers: map 3.2, style: value 3.2, explode: flag 3.2, allowReserved: flag 3.2, ${nested}, x-note: value 3.2`,
  ),
  "encoding of a form": fields(
    oas("encoding"),
    `contentType: value, headers: map, style: value, explode: flag, allowReserved: flag, ${nested}, ${extension}`,
  ),
  responses: fields(oas("responses"), `default: object, {status}: map, ${extension}`),
  response: fields(
    oas("response"),
    `$ref: reference, summary: value 3.2, description: value!, headers: map, content: map, links: map, ${extension}`,
  ),
  callback: fields(oas("callback"), `$ref: reference, {expression}: map, ${extension}`),
  example: fields(
    oas("example"),
    `$ref: reference, summary: value, description: value, value: value, externalValue: value, dataValue: value 3.2, serializedValue: value 3.2, ${extension}`,
  ),
  link: fields(
    oas("link"),
    `$ref: reference, operationRef: value, operationId: value, parameters: map, requestBody: value, description: value, server: object, ${extension}`,
  ),
  header: fields(
    oas("header"),
    `$ref: reference, description: value, required: flag, deprecated: flag, style: value, explode: flag, schema: schema, example: value,
    examples: map, content: only, ${extension}`,
  ),
  tag: fields(
    oas("tag"),
    `name: value!, summary: value 3.2, description: value, externalDocs: object, parent: value 3.2, kind: value 3.2, ${extension}`,
  ),
  schema: keywords,
  discriminator: fields(
    oas("discriminator"),
    "propertyName: value!, mapping: map, defaultMapping: value 3.2, x-note: value 3.1",
  ),
  xml: fields(
    oas("xml"),
    `name: value, namespace: value, prefix: value, attribute: flag, wrapped: flag, nodeType: value 3.2, ${extension}`,
  ),
  "apiKey scheme": fields(
    oas("security-scheme"),
    `$ref: reference, type: value!, description: value, name: value!, in: value!, deprecated: flag 3.2, ${extension}`,
  ),
  "http scheme": fields(
    oas("security-scheme"),
    `$ref: reference, type: value!, description: value, scheme: value!, bearerFormat: value, deprecated: flag 3.2, ${extension}`,
  ),
  "oauth2 scheme": fields(
    oas("security-scheme"),
    `$ref: reference, type: value!, description: value, flows: object!, oauth2MetadataUrl: value 3.2, deprecated: flag 3.2, ${extension}`,
  ),
  "openIdConnect scheme": fields(
    oas("security-scheme"),
    `$ref: reference, type: value!, description: value, openIdConnectUrl: value!, deprecated: flag 3.2, ${extension}`,
  ),
  flows: fields(
    oas("oauth-flows"),
    `implicit: object, password: object, clientCredentials: object, authorizationCode: object, deviceAuthorization: object 3.2, ${extension}`,
  ),
  flow: fields(
    oas("oauth-flow"),
    `authorizationUrl: value!, tokenUrl: value!, refreshUrl: value, deviceAuthorizationUrl: value 3.2, scopes: map!, ${extension}`,
  ),
  "security requirement": fields(oas("security-requirement"), "{name}: map, {scopes}: list"),
};
