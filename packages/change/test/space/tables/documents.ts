import type { JsonObject } from "@facsimile/document";
import type { ObjectRows } from "../cells.js";
import {
  all,
  type Claim,
  flag,
  listOfWords,
  none,
  note,
  nothing,
  type Plain,
  type Row,
  type Rows,
  reference,
  words,
  wordsInside,
} from "../claims.js";
import { serversOfReceivers, unordered, unused } from "./reasons.js";

const text = { type: "string" };
const operation: JsonObject = { responses: { "204": { description: "done" } } };
const item: JsonObject = { get: operation };
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const three = (value: JsonObject): JsonObject => ({ one: value, two: value, three: value });

const incoming = ["webhook", "callback"];

/** What counts for callers, and is nothing where the API itself calls. */
function sentByCallers(claim: Plain, reason: string): Claim {
  return { at: none(incoming, reason), else: claim };
}

function turned(claim: Plain, whereTheApiSends: Plain): Claim {
  return { at: { webhook: whereTheApiSends, callback: whereTheApiSends }, else: claim };
}

/** What the API shows receivers of itself: who is ready for the old ways has to understand the new ones. */
const shown: Readonly<Record<string, Plain>> = {
  added: "security-alternative-added=safe security-scheme-changed=safe",
  removed: "security-alternative-removed=safe security-scheme-changed=breaking",
  "item added": "security-alternative-added=breaking",
  "item removed": "security-alternative-removed=safe",
  "item changed": "security-scheme-changed=breaking",
};

function servers(beside: JsonObject = {}): Row {
  const claim = (told: Plain): Claim => sentByCallers(told, serversOfReceivers);
  return {
    beside,
    samples: [{ url: "https://one.example" }, { url: "https://two.example" }, { url: "https://three.example" }],
    claims: {
      added: claim("server-added server-added server-removed"),
      removed: claim("server-added server-removed server-removed"),
      "item added": claim("server-added"),
      "item removed": claim("server-removed"),
      "item changed": claim("server-added server-removed"),
      moved: unordered,
    },
  };
}

function parameters(beside: JsonObject, added: string, more: JsonObject = {}): Row {
  const removed: Claim =
    more.required === true
      ? { request: "parameter-removed", response: "parameter-removed=breaking" }
      : "parameter-removed";
  const twice: Claim =
    more.required === true
      ? {
          request: "parameter-removed parameter-removed",
          response: "parameter-removed=breaking parameter-removed=breaking",
        }
      : "parameter-removed parameter-removed";
  const both: Claim =
    more.required === true
      ? { request: `${added} parameter-removed`, response: `${added} parameter-removed=breaking` }
      : `${added} parameter-removed`;
  return {
    name: more.required === true ? "required ones" : "optional ones",
    beside,
    samples: ["one", "two", "three"].map((name) => ({ name, in: "query", schema: text, ...more })),
    claims: {
      added: `${added} ${added}`,
      removed: twice,
      "item added": added,
      "item removed": removed,
      "item changed": both,
      moved: unordered,
    },
  };
}

function security(
  name: string,
  samples: readonly JsonObject[],
  claims: Record<string, string>,
  beside: JsonObject = {},
): Row {
  const placed = Object.entries(claims).map(([edit, claim]) => [edit, turned(claim, shown[edit] ?? claim)]);
  return { name, beside, samples, claims: { ...Object.fromEntries(placed), moved: unordered } };
}

const alternatives = {
  added: "credential-required",
  removed: "credential-not-required",
  "item added": "security-alternative-added",
  "item removed": "security-alternative-removed",
  "item changed": "security-alternative-added security-alternative-removed",
};

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

function methodRow(): Row {
  return {
    samples: [operation],
    claims: {
      added: { at: { webhook: "webhook-added", callback: "callback-added" }, else: "operation-added" },
      removed: { at: { webhook: "webhook-removed", callback: "callback-removed" }, else: "operation-removed" },
    },
  };
}

/** Operations of other methods: several of them come and go together. */
const additional: Row["claims"] = Object.fromEntries(
  Object.entries({
    added: "added added",
    removed: "removed removed",
    "item added": "added",
    "item removed": "removed",
    "item changed": "added removed",
  }).map(([edit, told]) => {
    const of = (kind: string): string => told.replace(/\S+/g, (word) => `${kind}-${word}`);
    return [edit, { at: { webhook: of("webhook"), callback: of("callback") }, else: of("operation") }];
  }),
);

const items: Rows = {
  $ref: reference,
  summary: words("one", "two"),
  description: words("one", "two"),
  ...Object.fromEntries(methods.map((method) => [method, methodRow()])),
  query: methodRow(),
  additionalOperations: {
    samples: { COPY: operation, LINK: operation, MOVE: operation },
    claims: { ...additional, moved: unordered },
  },
  servers: servers(item),
  parameters: [parameters(item, "parameter-added"), parameters(item, "required-parameter-added", { required: true })],
  "x-note": note,
};

const ofOperations: Rows = {
  tags: listOfWords(["one", "two", "three"]),
  summary: words("one", "two"),
  description: words("one", "two"),
  externalDocs: { samples: [{ url: "https://example.com" }], claims: words().claims },
  operationId: { samples: ["one", "two"], claims: all(nothing("a name in code does not travel: the types tell it")) },
  parameters: [parameters({}, "parameter-added"), parameters({}, "required-parameter-added", { required: true })],
  requestBody: [
    {
      name: "an optional one",
      samples: [{ content: { "application/json": { schema: text } } }],
      claims: { added: "request-body-added", removed: "request-body-removed" },
    },
    {
      name: "a required one",
      samples: [{ required: true, content: { "application/json": { schema: text } } }],
      claims: { added: "required-request-body-added", removed: "request-body-removed" },
    },
  ],
  responses: { samples: [], claims: {} },
  callbacks: {
    samples: three({ "{$request.body#/url}": { post: operation } }),
    claims: callbacks(),
  },
  deprecated: flag({}, "operation-deprecated", "operation-restored"),
  security: [
    security("alternatives", [{ key: [] }, { basic: [] }, { bearer: [] }], alternatives),
    security("none of them needed", [{ key: [] }, { basic: [] }, {}], {
      ...alternatives,
      "item added": "credential-not-required",
      "item removed": "credential-required",
      "item changed": "credential-not-required",
    }),
  ],
  servers: servers(),
  "x-note": note,
};

/** Callbacks are sent by the one that answers: the API; those of its webhooks and callbacks by the receiver. */
function callbacks(): Row["claims"] {
  const claim = (request: string, response: string): Claim => ({
    at: { webhook: request, callback: request },
    else: response,
  });
  const [added, removed] = ["callback-added", "callback-removed"];
  return {
    added: claim(`${added}/request ${added}/request`, `${added}/response ${added}/response`),
    removed: claim(`${removed}/request ${removed}/request`, `${removed}/response ${removed}/response`),
    "item added": claim(`${added}/request`, `${added}/response`),
    "item removed": claim(`${removed}/request`, `${removed}/response`),
    "item changed": claim(`${added}/request ${removed}/request`, `${added}/response ${removed}/response`),
    moved: unordered,
  };
}

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
    claims: {
      added: "webhook-added/response webhook-added/response",
      removed: "webhook-removed/response webhook-removed/response",
      "item added": "webhook-added/response",
      "item removed": "webhook-removed/response",
      "item changed": "webhook-added/response webhook-removed/response",
      moved: unordered,
    },
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

export const documentTables: Readonly<
  Record<
    | "document"
    | "info"
    | "contact"
    | "license"
    | "components"
    | "paths"
    | "path item"
    | "operation"
    | "external documentation"
    | "tag",
    ObjectRows
  >
> = {
  document: { base: { paths: { "/things": item } }, rows: root },
  info: {
    base: { title: "Things", version: "1" },
    rows: {
      title: wordsInside("one", "two"),
      summary: wordsInside("one", "two"),
      description: wordsInside("one", "two"),
      termsOfService: wordsInside("https://example.com/one", "https://example.com/two"),
      contact: wordsInside({ name: "one" }),
      license: wordsInside({ name: "one" }),
      version: wordsInside("1", "2"),
      "x-note": wordsInside("one", "two"),
    },
  },
  contact: {
    base: {},
    rows: {
      name: wordsInside("one", "two"),
      url: wordsInside("https://example.com/one", "https://example.com/two"),
      email: wordsInside("one@example.com", "two@example.com"),
      "x-note": wordsInside("one", "two"),
    },
  },
  license: {
    base: { name: "one" },
    rows: {
      name: wordsInside("one", "two"),
      identifier: wordsInside("MIT", "ISC"),
      url: wordsInside("https://example.com/one", "https://example.com/two"),
      "x-note": wordsInside("one", "two"),
    },
  },
  components: { base: {}, rows: components },
  paths: {
    base: { "/things": item },
    rows: {
      "/{path}": {
        samples: { "/one": item, "/two": item, "/three": item },
        claims: {
          added: "operation-added operation-added",
          removed: "operation-removed operation-removed",
          "item added": "operation-added",
          "item removed": "operation-removed",
          "item changed": "operation-added operation-removed",
          moved: unordered,
        },
      },
      "x-note": note,
    },
  },
  "path item": { base: {}, section: "pathItems", rows: items },
  operation: { base: operation, rows: ofOperations },
  "external documentation": {
    base: { url: "https://example.com/one" },
    rows: {
      description: wordsInside("one", "two"),
      url: wordsInside("https://example.com/one", "https://example.com/two"),
      "x-note": wordsInside("one", "two"),
    },
  },
  tag: {
    base: { name: "things" },
    rows: {
      name: wordsInside("things", "others"),
      summary: wordsInside("one", "two"),
      description: wordsInside("one", "two"),
      parent: wordsInside("one", "two"),
      kind: wordsInside("nav", "badge"),
      externalDocs: wordsInside({ url: "https://example.com" }),
      "x-note": wordsInside("one", "two"),
    },
  },
};
