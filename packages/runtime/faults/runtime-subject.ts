import {
  changeMethod,
  createClient,
  findRange,
  matchMediaTypes,
  nearestSuccess,
  type Operation,
  readJsonBody,
  readTextBody,
  repeatLost,
  repeatUnsent,
  type SecurityScheme,
  send,
  writeApiKey,
  writeBasic,
  writeBody,
  writePath,
  writeQuery,
} from "../src/index.js";

import { loggerTo, retry, type Subject, type SubjectOperation } from "./subject.js";

const schemes = {
  header: { name: "header", type: "apiKey", in: "header", parameter: "X-Api-Key", write: writeApiKey },
  query: { name: "query", type: "apiKey", in: "query", parameter: "api_key", write: writeApiKey },
  cookie: { name: "cookie", type: "apiKey", in: "cookie", parameter: "session", write: writeApiKey },
  basic: { name: "basic", type: "http", scheme: "basic", write: writeBasic },
} as const satisfies Record<string, SecurityScheme>;

const credentials = {
  header: "canary-header-key-1",
  query: "canary-query-key/2+3",
  cookie: "canary-cookie-3",
  basic: { username: "ann", password: "canary-password-é4" },
};

interface Input {
  readonly path: { readonly id: string };
  readonly query?: { readonly q?: string };
  readonly body?: { readonly name: string };
}

const shared = {
  path: "/things/{id}",
  parameters: [
    { name: "id", in: "path" },
    { name: "q", in: "query" },
  ],
  write: [writePath, writeQuery, writeBody],
  findRange,
  nearestSuccess,
  matchMediaTypes,
  security: [Object.values(schemes).map((scheme) => ({ scheme }))],
  responses: {
    200: { content: { "application/json": readJsonBody } },
    204: {},
    404: { content: { "application/json": readJsonBody } },
    409: { content: { "application/problem+json": readJsonBody } },
    "4XX": { content: { "application/json": readJsonBody, "text/plain": readTextBody } },
    500: { content: { "application/json": readJsonBody } },
  },
} as const satisfies Partial<Operation>;

const body = { required: true, content: { "application/json": {} } } as const;

const operations: readonly (readonly [SubjectOperation["shape"], Operation<Input>])[] = [
  ["read", { ...shared, id: "getThing", method: "GET", repeat: repeatLost }],
  ["write", { ...shared, id: "createThing", method: "POST", body, repeat: repeatUnsent, redirect: changeMethod }],
  ["replace", { ...shared, id: "replaceThing", method: "PUT", body, repeat: repeatLost, redirect: changeMethod }],
  ["remove", { ...shared, id: "removeThing", method: "DELETE", repeat: repeatLost, redirect: changeMethod }],
];

type Client = ReturnType<typeof createClient>;

/** The runtime itself, with one operation of each shape and four credentials at once. */
export const runtimeSubject: Subject = {
  name: "@facsimile/runtime",
  operations: operations.map(([shape, operation]) => ({
    shape,
    name: operation.id,
    success: 200,
    call: (client, options) =>
      send(
        client as Client,
        operation,
        { path: { id: "a/b" }, query: { q: "x y" }, ...(operation.body && { body: { name: "n" } }) },
        options,
      ),
  })),
  open: ({ log, ...options }) =>
    createClient({ name: "Things", server: undefined }, { ...options, credentials, retry, logger: loggerTo(log) }),
  secrets: [
    "canary",
    ...[credentials.query, credentials.basic.password].map(encodeURIComponent),
    Buffer.from(`${credentials.basic.username}:${credentials.basic.password}`).toString("base64"),
  ],
};
