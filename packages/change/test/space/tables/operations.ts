import type { JsonObject } from "@facsimile/document";
import type { ObjectRows } from "../cells.js";
import { all, type Claim, flag, listOfWords, note, nothing, type Row, type Rows, reference, words } from "../claims.js";
import { unordered } from "./reasons.js";
import { alternatives, item, operation, security, servers, text, three } from "./shared-rows.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

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

export const operationTables: Readonly<Record<"path item" | "operation", ObjectRows>> = {
  "path item": { base: {}, section: "pathItems", rows: items },
  operation: { base: operation, rows: ofOperations },
};
