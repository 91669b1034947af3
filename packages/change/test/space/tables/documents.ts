import type { ObjectRows } from "../cells.js";
import { all, listOfWords, note, nothing, type Rows, words } from "../claims.js";
import { members } from "./members.js";
import { unused } from "./reasons.js";
import { alternatives, item, operation, security, servers, text, three } from "./shared-rows.js";

const components: Rows = {
  schemas: { samples: three(text), claims: unused },
  responses: { samples: three({ description: "done" }), claims: unused },
  parameters: {
    samples: three({ name: "part", in: "query", schema: text }),
    claims: unused,
  },
  examples: { samples: three({ value: 1 }), claims: unused },
  requestBodies: { samples: three({ content: {} }), claims: unused },
  headers: { samples: three({ schema: text }), claims: unused },
  securitySchemes: {
    samples: three({ type: "http", scheme: "basic" }),
    claims: all(nothing("a scheme is nothing until a security requirement names it")),
  },
  links: { samples: three({ operationId: "one" }), claims: unused },
  callbacks: { samples: three({}), claims: unused },
  pathItems: { samples: three(item), claims: unused },
  mediaTypes: { samples: three({ schema: text }), claims: unused },
  "x-note": { ...note, claims: all(nothing("components are compared where something refers to them")) },
};

const root: Rows = {
  openapi: { samples: ["3.1.0", "3.1.1"], claims: { changed: nothing("both are read alike") } },
  info: { samples: [], claims: {} },
  jsonSchemaDialect: {
    samples: ["https://spec.openapis.org/oas/3.1/dialect/base", "https://json-schema.org/draft/2020-12/schema"],
    claims: all(nothing("OpenAPI's dialect and that of JSON Schema mean the same by the keywords that they share")),
  },
  $self: {
    samples: ["https://example.com/one", "https://example.com/two"],
    claims: all(nothing("references lead to the same things, whatever the document calls itself")),
  },
  servers: servers(),
  paths: { samples: [], claims: {} },
  webhooks: {
    samples: three({ post: operation }),
    claims: members("webhook-added/response", "webhook-removed/response"),
  },
  components: {
    samples: [{ schemas: { Thing: text } }],
    claims: unused,
  },
  security: security("alternatives", [{ key: [] }, { basic: [] }, { bearer: [] }], alternatives, {
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        basic: { type: "http", scheme: "basic" },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
  }),
  tags: listOfWords([{ name: "one" }, { name: "two" }, { name: "three" }]),
  externalDocs: { samples: [{ url: "https://example.com" }], claims: words().claims },
  "x-note": note,
};

export const documentTables: Readonly<Record<"document" | "components" | "paths", ObjectRows>> = {
  document: { base: { paths: { "/things": item } }, rows: root },
  components: { base: {}, rows: components },
  paths: {
    base: { "/things": item },
    rows: {
      "/{path}": {
        samples: { "/one": item, "/two": item, "/three": item },
        claims: members("operation-added", "operation-removed"),
      },
      "x-note": note,
    },
  },
};
