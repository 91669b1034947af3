/**
 * A document with a text in every place where OpenAPI has one. `text` is asked for each by the name of its place and what would stand there; a
 * name that other places refer to is asked for once.
 */
export type AskText = (place: string, harmless: string) => string;

type Fields = { readonly [name: string]: unknown };

export function hostileDocument(version: "3.0" | "3.1", text: AskText): object {
  const newer = version === "3.1";
  const names = {
    schema: text("schema name", "Kettle"),
    parent: text("name of a second schema", "Appliance"),
    property: text("property name", "colour"),
  };
  const at = new Places(text, newer, names);
  return {
    openapi: newer ? "3.1.0" : "3.0.3",
    ...(newer && { jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" }),
    info: at.info(),
    externalDocs: at.docs("document"),
    servers: [
      at.server("document"),
      { url: "https://second.example", description: text("second server description", "Second.") },
    ],
    tags: [
      {
        name: text("tag name", "Kettles"),
        description: text("tag description", "About."),
        externalDocs: at.docs("tag"),
      },
    ],
    security: [
      { [at.scheme.key]: [], [at.scheme.oauth]: [at.scope] },
      { [at.scheme.basic]: [] },
      { [at.scheme.openId]: [text("scope of a requirement", "all")] },
    ],
    paths: at.paths(),
    ...(newer && {
      webhooks: {
        [text("webhook name", "boiled")]: {
          post: { operationId: text("webhook operationId", "onBoiled"), responses: {} },
        },
      },
    }),
    components: at.components(),
    [`x-${text("name of an extension", "any")}`]: { any: text("value of an extension", "any") },
  };
}

class Places {
  private readonly text: AskText;
  private readonly newer: boolean;
  private readonly names: { readonly schema: string; readonly parent: string; readonly property: string };
  readonly scheme: { readonly key: string; readonly oauth: string; readonly basic: string; readonly openId: string };
  readonly scope: string;

  constructor(text: AskText, newer: boolean, names: Places["names"]) {
    this.text = text;
    this.newer = newer;
    this.names = names;
    this.scope = text("scope name", "read");
    this.scheme = {
      key: text("name of a key", "key"),
      oauth: text("name of an OAuth scheme", "login"),
      basic: text("name of a basic scheme", "basic"),
      openId: text("name of an OpenID scheme", "openId"),
    };
  }

  info(): Fields {
    const { text } = this;
    return {
      title: text("title", "Kitchen"),
      version: text("version", "1.0.0"),
      description: text("description", "What there is in a kitchen."),
      termsOfService: text("terms of service", "https://kitchen.example/terms"),
      contact: {
        name: text("contact name", "Ann"),
        url: text("contact URL", "https://kitchen.example"),
        email: text("contact e-mail", "ann@kitchen.example"),
      },
      license: {
        name: text("licence name", "MIT"),
        ...(this.newer
          ? { identifier: text("licence identifier", "MIT") }
          : { url: text("licence URL", "https://mit.example") }),
      },
      ...(this.newer && { summary: text("summary", "A kitchen.") }),
    };
  }

  docs(of: string): Fields {
    return {
      url: this.text(`URL of the docs of the ${of}`, "https://docs.example"),
      description: this.text(`text of the docs of the ${of}`, "More."),
    };
  }

  server(of: string): Fields {
    const { text } = this;
    const variable = text(`name of a server variable of the ${of}`, `${of}Region`);
    const value = text(`server variable of the ${of}, default`, "eu");
    return {
      url: `https://{${variable}}.${of}.example/${text(`server URL of the ${of}`, "v1")}`,
      description: text(`server description of the ${of}`, "The server."),
      variables: {
        [variable]: {
          default: value,
          enum: [value, text(`server variable of the ${of}, value`, "us")],
          description: text(`server variable of the ${of}, description`, "Where."),
        },
      },
    };
  }

  paths(): Fields {
    const { text } = this;
    const parameter = text("name of a path parameter", "id");
    return {
      [`/${text("segment of a path", "stoves")}/{${parameter}}`]: {
        summary: text("path summary", "Kettles."),
        description: text("path description", "All kettles."),
        parameters: [
          {
            name: parameter,
            in: "path",
            required: true,
            description: text("path parameter, description", "Which."),
            schema: { type: "string" },
          },
        ],
        get: this.read(),
        post: this.write(),
      },
      "/form": { post: this.form() },
      "/$": {
        get: {
          operationId: text("third operationId", "ping"),
          responses: { [text("status", "200")]: { description: text("description of a status", "Done.") } },
        },
      },
    };
  }

  /** With parameters, pages, links and headers. */
  private read(): Fields {
    const { text } = this;
    const page = text("name of a query parameter", "page");
    const items = text("name of the items of a page", "rows");
    return {
      operationId: text("operationId", "listKettles"),
      summary: text("operation summary", "Lists kettles."),
      description: text("operation description", "All of them, page by page."),
      tags: [text("tag of an operation", "Kettles")],
      externalDocs: this.docs("operation"),
      "x-pagination": { style: "page", page, items },
      parameters: [
        {
          name: page,
          in: "query",
          description: text("query parameter, description", "Which page."),
          schema: { type: "integer" },
          example: 1,
        },
        {
          name: `X-${text("name of a header parameter", "Trace")}`,
          in: "header",
          required: true,
          description: text("header parameter, description", "For the log."),
          schema: {
            type: "string",
            default: text("default of a parameter", "none"),
            examples: [text("example in the schema of a parameter", "t-1")],
          },
        },
        {
          name: text("name of a cookie", "session"),
          in: "cookie",
          description: text("cookie, description", "Who."),
          schema: { type: "string", enum: [text("value of a parameter", "a"), "b"] },
          examples: {
            [text("name of an example of a parameter", "one")]: {
              summary: text("example of a parameter, summary", "One."),
              description: text("example of a parameter, description", "One."),
              value: text("example of a parameter, value", "a"),
            },
          },
        },
        {
          name: "filter",
          in: "query",
          content: {
            [`application/json; v=${text("media type of a parameter", "1")}`]: { schema: { type: "object" } },
          },
        },
        { $ref: `#/components/parameters/${pointerPart(text("name of a component parameter", "limit"))}` },
      ],
      responses: {
        200: {
          description: text("response description", "A page."),
          headers: {
            [`X-${text("name of a response header", "Count")}`]: {
              description: text("response header, description", "How many."),
              schema: { type: "integer" },
            },
          },
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: { [items]: { type: "array", items: this.ref(this.names.schema) } },
              },
            },
            [`image/x-${text("media type of a response", "tea")}`]: {},
          },
          links: {
            [text("name of a link", "first")]: {
              operationId: text("operationId of a link", "listKettles"),
              description: text("link, description", "The first."),
              parameters: { [text("parameter of a link", "id")]: text("expression of a link", "$response.body#/id") },
              requestBody: text("body of a link", "any"),
            },
          },
        },
        404: { description: "No.", "x-assumed": text("reason of an assumption", "Seen once.") },
        default: { $ref: `#/components/responses/${pointerPart(text("name of a component response", "Problem"))}` },
      },
    };
  }

  /** With a body, callbacks and servers of its own. */
  private write(): Fields {
    const { text } = this;
    return {
      operationId: text("second operationId", "putKettle"),
      deprecated: true,
      requestBody: {
        description: text("request body, description", "The kettle."),
        required: true,
        content: {
          [`application/json; v=${text("media type of a request body", "1")}`]: {
            schema: this.ref(this.names.schema),
            examples: {
              [text("name of an example", "red")]: {
                summary: text("example summary", "Red."),
                description: text("example description", "A red one."),
                externalValue: text("external value of an example", "red.json"),
              },
            },
          },
        },
      },
      callbacks: {
        [text("name of a callback", "boiled")]: {
          [text("expression of a callback", "{$request.body#/url}")]: { post: { responses: {} } },
        },
      },
      servers: [this.server("operation")],
      responses: { 204: { description: "Done." } },
    };
  }

  private form(): Fields {
    const { text } = this;
    const field = text("name of a field", "photo");
    return {
      operationId: "sendForm",
      security: [],
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { [field]: { type: "string" } } },
            encoding: {
              [field]: {
                contentType: text("content type of a field", "image/png"),
                headers: {
                  [`X-${text("name of a header of a field", "Part")}`]: {
                    schema: { const: text("value of a header of a field", "a") },
                  },
                },
              },
            },
          },
        },
      },
      responses: { default: { description: "Any." } },
    };
  }

  components(): Fields {
    const { text } = this;
    return {
      schemas: this.schemas(),
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
      ...(this.newer && { pathItems: { [text("name of a component path item", "item")]: { summary: "Any." } } }),
      securitySchemes: this.schemes(),
    };
  }

  private schemes(): Fields {
    const { text, scheme } = this;
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
            scopes: { [this.scope]: text("scope description", "Reads.") },
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

  private schemas(): Fields {
    const { text, names } = this;
    const kind = text("name of a discriminator", "kind");
    return {
      [names.parent]: {
        type: "object",
        required: [kind],
        properties: { [kind]: { type: "string" } },
        discriminator: {
          propertyName: kind,
          mapping: {
            [text("value of a discriminator", "kettle")]: `#/components/schemas/${pointerPart(names.schema)}`,
          },
        },
      },
      [names.schema]: { allOf: [this.ref(names.parent), this.kettle()] },
    };
  }

  private kettle(): Fields {
    const { text, names, newer } = this;
    return {
      type: "object",
      title: text("schema title", "A kettle"),
      description: text("schema description", "Boils water."),
      required: [names.property],
      externalDocs: this.docs("schema"),
      xml: {
        name: text("XML name", "kettle"),
        namespace: text("XML namespace", "https://xml.example"),
        prefix: text("XML prefix", "k"),
      },
      properties: {
        [names.property]: {
          type: "string",
          title: text("property title", "Colour"),
          description: text("property description", "Its colour."),
          format: text("format", "colour"),
          pattern: text("pattern", "^[a-z]+$"),
          default: text("default", "red"),
          enum: [text("value", "red"), "blue"],
          "x-enum-varnames": [text("name of a value", "Red"), "Blue"],
          "x-enum-descriptions": [text("description of a value", "Like a rose."), "Like the sky."],
          ...(newer ? { examples: [text("example", "red")] } : { example: text("example", "red"), nullable: true }),
        },
        parent: this.ref(names.parent),
        deep: {
          type: "object",
          additionalProperties: { type: "string", description: text("description of further properties", "Any.") },
        },
        ...(newer && this.newerProperties()),
      },
      [`x-${text("name of an extension of a schema", "any")}`]: text("value of an extension of a schema", "any"),
    };
  }

  /** What only JSON Schema 2020-12 has. */
  private newerProperties(): Fields {
    const { text } = this;
    const dependent = text("name of a dependent property", "lid");
    return {
      constant: { const: text("constant", "one") },
      list: {
        type: "array",
        prefixItems: [{ const: text("constant of an item", "first") }],
        items: { enum: [text("value of an item", "any"), "none"] },
      },
      pattern: {
        type: "object",
        patternProperties: { [text("pattern of properties", "^x-")]: { type: "string" } },
        dependentRequired: { [dependent]: [text("required dependent property", "size")] },
      },
      file: {
        type: "string",
        contentMediaType: text("content media type", "image/png"),
        contentEncoding: text("content encoding", "base64"),
        $comment: text("comment", "A note."),
      },
      inner: {
        $defs: { [text("name of a definition", "Inner")]: { type: "string" } },
        type: "object",
        [text("unknown keyword", "units")]: text("value of an unknown keyword", "mm"),
      },
    };
  }

  private ref(name: string): Fields {
    return { $ref: `#/components/schemas/${pointerPart(name)}` };
  }
}

/** A name in the JSON pointer of a URI fragment (RFC 6901, 6). */
function pointerPart(name: string): string {
  return encodeURIComponent(
    name
      .replaceAll("~", "~0")
      .replaceAll("/", "~1")
      .replace(/\p{Cs}/gu, "\ufffd"),
  );
}

/** The names of all places, each with what stands there in the harmless document. */
export function placesOf(version: "3.0" | "3.1"): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  hostileDocument(version, (place, harmless) => {
    places.set(place, harmless);
    return harmless;
  });
  return places;
}
