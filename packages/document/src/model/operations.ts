import type { RawOperation, RawPathItem } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { HttpMethod, Operation, UnsendableOperation } from "./api.js";
import { buildRequestBody } from "./content.js";
import type { Context, Node } from "./context.js";
import { readFlag } from "./extensions.js";
import { readPagination } from "./pagination.js";
import { buildParameters } from "./parameters.js";
import { checkPathParameters, checkTemplate } from "./path-template.js";
import { buildResponses } from "./responses.js";
import type { SecurityReader } from "./security.js";
import { buildServers } from "./servers.js";
import { checkCallbacks, checkOperationServers, whyUnsendable, withoutUnsendableBody } from "./unsupported.js";

const methods: readonly HttpMethod[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The operations of a document, in its order. One that is left out costs no other. */
export function buildOperations(
  context: Context,
  security: SecurityReader,
): { readonly operations: Operation[]; readonly unsendable: UnsendableOperation[] } {
  const built = Object.entries(context.root.paths ?? {})
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, item]) => {
      checkTemplate(context, path, "/paths");
      return buildPathItem(context, security, path, { value: item, pointer: child("/paths", path) });
    });
  const operations: Operation[] = [];
  const unsendable: UnsendableOperation[] = [];
  for (const operation of built) {
    const reason = whyUnsendable(context, operation);
    if (reason === undefined) operations.push(withoutUnsendableBody(context, operation));
    else unsendable.push({ operation, reason });
  }
  return { operations, unsendable };
}

function buildPathItem(context: Context, security: SecurityReader, path: string, item: Node<RawPathItem>): Operation[] {
  return Object.keys(item.value)
    .filter((key): key is HttpMethod => methods.some((method) => method === key))
    .flatMap((method) => {
      const operation = item.value[method];
      if (operation === undefined) return [];
      return (
        context.attempt(() => {
          const built = buildOperation(context, security, { path, method, item, operation });
          checkPathParameters(context, built, item.pointer);
          return built;
        }) ?? []
      );
    });
}

interface Place {
  readonly path: string;
  readonly method: HttpMethod;
  readonly item: Node<RawPathItem>;
  readonly operation: RawOperation;
}

function buildOperation(context: Context, security: SecurityReader, place: Place): Operation {
  const { path, method, item, operation } = place;
  const pointer = child(item.pointer, method);
  const parameters = buildParameters(
    context,
    { value: item.value.parameters ?? [], pointer: child(item.pointer, "parameters") },
    { value: operation.parameters ?? [], pointer: child(pointer, "parameters") },
  );
  checkCallbacks(context, operation, pointer);
  const responses = buildResponses(context, operation, pointer);
  return {
    pointer,
    id: readId(context, place, pointer),
    method,
    path,
    summary: operation.summary,
    description: operation.description,
    deprecated: operation.deprecated ?? false,
    tags: operation.tags ?? [],
    parameters,
    requestBody: readBody(context, operation, pointer),
    responses,
    security: security.forOperation(operation.security, pointer),
    servers: readServers(context, place, pointer),
    idempotent: readFlag(context, operation["x-idempotent"], child(pointer, "x-idempotent")),
    pagination: readPagination(
      context,
      operation["x-pagination"],
      parameters,
      responses,
      child(pointer, "x-pagination"),
    ),
  };
}

function readId(context: Context, { path, method, operation }: Place, pointer: string): string {
  if (operation.operationId !== undefined) return operation.operationId;
  const message = `The operation ${method.toUpperCase()} ${path} has no operationId, so that its function has no name.`;
  context.report(
    "operation-id-missing",
    pointer,
    message,
    "Add an operationId such as listUsers, and never change it again.",
  );
  // A name for the rest of the checks; the document is refused anyway.
  return `${method} ${path}`;
}

function readBody(context: Context, { requestBody }: RawOperation, pointer: string): Operation["requestBody"] {
  return requestBody === undefined ? undefined : buildRequestBody(context, requestBody, child(pointer, "requestBody"));
}

function readServers(context: Context, { item, operation }: Place, pointer: string): Operation["servers"] {
  const holder = operation.servers === undefined ? item.pointer : pointer;
  const raw = operation.servers ?? item.value.servers;
  checkOperationServers(context, raw, child(holder, "servers"));
  return buildServers(context, raw, child(holder, "servers"));
}
