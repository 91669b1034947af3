import type { Json, JsonObject } from "@facsimile/document";
import type { ObjectRows } from "../cells.js";
import { all, type Claim, flag, listOfWords, note, nothing, type Row, type Rows, reference, words } from "../claims.js";
import { members } from "./members.js";
import { alternatives, item, operation, security, servers, text, three } from "./shared-rows.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function parameters(beside: JsonObject): readonly Row[] {
  const all = (more: JsonObject): readonly Json[] =>
    ["one", "two", "three"].map((name) => ({ name, in: "query", schema: text, ...more }));
  const removed = { request: "parameter-removed", response: "parameter-removed=breaking" };
  return [
    { name: "optional ones", beside, samples: all({}), claims: members("parameter-added", "parameter-removed") },
    {
      name: "required ones",
      beside,
      samples: all({ required: true }),
      claims: members("required-parameter-added", removed),
    },
  ];
}

/** Operations, and those that come in. */
function told(edit: "added" | "removed"): Claim {
  return { at: { webhook: `webhook-${edit}`, callback: `callback-${edit}` }, else: `operation-${edit}` };
}

function methodRow(): Row {
  return { samples: [operation], claims: { added: told("added"), removed: told("removed") } };
}

const items: Rows = {
  $ref: reference,
  summary: words("one", "two"),
  description: words("one", "two"),
  ...Object.fromEntries(methods.map((method) => [method, methodRow()])),
  query: methodRow(),
  additionalOperations: {
    samples: { COPY: operation, LINK: operation, MOVE: operation },
    claims: members(told("added"), told("removed")),
  },
  servers: servers(item),
  parameters: parameters(item),
  "x-note": note,
};

const ofOperations: Rows = {
  tags: listOfWords(["one", "two", "three"]),
  summary: words("one", "two"),
  description: words("one", "two"),
  externalDocs: { samples: [{ url: "https://example.com" }], claims: words().claims },
  operationId: { samples: ["one", "two"], claims: all(nothing("a name in code does not travel: the types tell it")) },
  parameters: parameters({}),
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
    claims: members(callback("added"), callback("removed")),
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
function callback(edit: "added" | "removed"): Claim {
  const request = `callback-${edit}/request`;
  return { at: { webhook: request, callback: request }, else: `callback-${edit}/response` };
}

export const operationTables: Readonly<Record<"path item" | "operation", ObjectRows>> = {
  "path item": { base: {}, section: "pathItems", rows: items },
  operation: { base: operation, rows: ofOperations },
};
