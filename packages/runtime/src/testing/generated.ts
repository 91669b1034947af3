import {
  type BasicCredential,
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient as createRuntimeClient,
  type Failure,
  findRange,
  type NoInput,
  type Operation,
  type PagedOperation,
  type Pages,
  type PagesOptions,
  paginate,
  readHeaders,
  readJsonBody,
  repeatLost,
  type SecurityScheme,
  type Success,
  send,
  type Undocumented,
  writeBasic,
  writePath,
  writeQuery,
} from "../index.js";
import { createRaw as createRuntimeRaw, type RawClient } from "../raw.js";

/** What a generated package looks like, in small. */
export interface User {
  readonly id?: string;
  email?: string;
}

export interface Users {
  rows: User[];
  total: number;
}

export interface Paths {
  "/users/{id}": {
    get: { parameters: { path: { id: string } }; responses: { 200: { content: { "application/json": User } } } };
  };
}

const basic: SecurityScheme = { name: "basic", type: "http", scheme: "basic", write: writeBasic };

export interface GetUserInput {
  path: { id: string };
}

export type GetUserResult =
  | Success<200, User>
  | Failure<404>
  | Failure<"4XX", { title: string }, { readonly "X-Left"?: number }>
  | Undocumented;

const getUserOperation: Operation<GetUserInput, GetUserResult> = {
  id: "getUser",
  method: "GET",
  path: "/users/{id}",
  parameters: [{ name: "id", in: "path" }],
  write: [writePath],
  findRange,
  repeat: repeatLost,
  readHeaders,
  security: [[{ scheme: basic }]],
  responses: {
    200: { content: { "application/json": readJsonBody } },
    404: {},
    "4XX": { content: { "application/json": readJsonBody }, headers: { "X-Left": "integer" } },
  },
};

export function getUser(client: ApiClient, input: GetUserInput, options?: CallOptions): Promise<GetUserResult> {
  return send(client, getUserOperation, input, options);
}

export interface ListUsersInput {
  query?: { page?: number };
}

export type ListUsersResult = Success<200, Users> | Undocumented;

const listUsersOperation: PagedOperation<ListUsersInput, ListUsersResult> = {
  id: "listUsers",
  method: "GET",
  path: "/users",
  pagination: { style: "page", page: "page", items: "rows", total: "total" },
  parameters: [{ name: "page", in: "query" }],
  write: [writeQuery],
  repeat: repeatLost,
  responses: { 200: { content: { "application/json": readJsonBody } } },
};

export function listUsersPages(client: ApiClient, input?: ListUsersInput, options?: PagesOptions): Pages<Users, User> {
  return paginate(client, listUsersOperation, input, options);
}

const pingOperation: Operation<NoInput, Success<204> | Undocumented> = {
  id: "ping",
  method: "GET",
  path: "/ping",
  repeat: repeatLost,
  responses: { 204: {} },
};

export function ping(client: ApiClient, input?: NoInput, options?: CallOptions): Promise<Success<204> | Undocumented> {
  return send(client, pingOperation, input, options);
}

export interface ApiOptions extends ClientOptions {
  credentials: { basic: BasicCredential };
  baseUrl: string;
}

export type ApiClient = Client<"Api">;

export function createClient(options: ApiOptions): ApiClient {
  return createRuntimeClient({ name: "Api", server: undefined }, options);
}

export function createRaw(client: ApiClient): RawClient<Paths> {
  return createRuntimeRaw(client, [[{ scheme: basic }]]);
}
