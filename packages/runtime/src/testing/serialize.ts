import type { MediaType, Operation, Parameter, RequestWriter } from "../operation.js";
import type { Input, RequestDraft } from "../request.js";
import { checkNames } from "../serialize/given.js";
import { writeBody, writeCookies, writeHeaders, writePath, writeQuery, writeStyledPath } from "../serialize/index.js";

type Values = Readonly<Record<string, unknown>>;
type Parameters = readonly Parameter[];

function draftOf(write: RequestWriter, parameters: Parameters, input: Input, path = "/"): RequestDraft {
  const operation: Operation<never> = { id: "test", method: "GET", path, parameters, responses: {} };
  const draft: RequestDraft = { path, query: "", headers: {}, repeatable: true };
  checkNames(operation, input);
  write(draft, operation, input);
  return draft;
}

/** A path as it is sent, by the writer that a generated package takes for such parameters. */
export function serializePath(template: string, parameters: Parameters, path: Values): string {
  const plain =
    parameters.every(({ style, content, structured }) => !(style ?? content ?? structured)) &&
    template
      .split("/")
      .every((segment) => !segment.includes("{") || parameters.some(({ name }) => segment === `{${name}}`));
  return draftOf(plain ? writePath : writeStyledPath, parameters, { path }, template).path;
}

/** A query as it is sent. */
export function serializeQuery(parameters: Parameters, query: Values): string {
  return draftOf(writeQuery, parameters, { query }).query;
}

/** Header parameters as they are sent. */
export function serializeHeaders(parameters: Parameters, header: Values): readonly (readonly [string, string])[] {
  return Object.entries(draftOf(writeHeaders, parameters, { header }).headers);
}

/** A request body as it is sent. */
export type SerializedBody = Pick<RequestDraft, "body" | "contentType" | "repeatable">;

export function serializeBody(mediaType: string, description: MediaType, body: unknown): SerializedBody {
  const content = { [mediaType]: description };
  const operation: Operation<never> = { id: "test", method: "POST", path: "/", body: { content }, responses: {} };
  const draft: RequestDraft = { path: "/", query: "", headers: {}, repeatable: true };
  writeBody(draft, operation, { body });
  const { path, query, headers, ...written } = draft;
  return written;
}

/** The `cookie` header as it is sent. */
export function serializeCookies(parameters: Parameters, cookie: Values): string | undefined {
  return draftOf(writeCookies, parameters, { cookie }).headers.cookie;
}
