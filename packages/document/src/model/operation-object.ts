import type { RawOperation, RawPathItem } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { HttpMethod, Operation, OperationObject } from "./api.js";
import { buildRequestBody } from "./content.js";
import type { Context, Node } from "./context.js";
import { buildParameters } from "./parameters.js";
import { buildResponses } from "./responses.js";
import type { SecurityReader } from "./security-requirements.js";

/** The methods that have a key of their own in a path item. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

/** An operation object in its place. */
export interface OperationPlace {
  /** How messages name it: `GET /users`. */
  readonly label: string;
  readonly method: HttpMethod;
  readonly item: Node<RawPathItem>;
  readonly operation: RawOperation;
  readonly pointer: string;
}

/** The operations of a path item, in its order. */
export function operationPlaces(item: Node<RawPathItem>, name: string): OperationPlace[] {
  return Object.keys(item.value).flatMap((key) => {
    if (key === "additionalOperations") return additionalPlaces(item, name);
    const method = methods.find((known) => known === key);
    const operation = method && item.value[method];
    return operation === undefined ? [] : [placeOf(item, name, key, { operation, pointer: child(item.pointer, key) })];
  });
}

/** Operations of any other method (OpenAPI 3.2). The model has methods in lower case; what cannot be sent is told which were not in capitals. */
function additionalPlaces(item: Node<RawPathItem>, name: string): OperationPlace[] {
  const pointer = child(item.pointer, "additionalOperations");
  return Object.entries(item.value.additionalOperations ?? {}).map(([method, operation]) =>
    placeOf(item, name, method, { operation, pointer: child(pointer, method) }),
  );
}

function placeOf(
  item: Node<RawPathItem>,
  name: string,
  method: string,
  { operation, pointer }: Pick<OperationPlace, "operation" | "pointer">,
): OperationPlace {
  return { label: `${method.toUpperCase()} ${name}`, method: method.toLowerCase(), item, operation, pointer };
}

/** All but the callbacks, which hold operations themselves. */
export function buildOperationObject(
  context: Context,
  security: SecurityReader,
  { label, method, item, operation, pointer }: OperationPlace,
): Omit<OperationObject, "callbacks"> {
  const parameters = buildParameters(
    context,
    { value: item.value.parameters ?? [], pointer: child(item.pointer, "parameters") },
    { value: operation.parameters ?? [], pointer: child(pointer, "parameters") },
    label,
  );
  const requestBody = readBody(context, operation, pointer, label);
  return {
    pointer,
    method,
    summary: operation.summary,
    description: operation.description,
    deprecated: operation.deprecated ?? false,
    tags: operation.tags ?? [],
    parameters,
    requestBody,
    responses: buildResponses(context, operation, pointer, { label, parameters, requestBody }),
    security: security.forOperation(operation.security, pointer),
  };
}

function readBody(
  context: Context,
  { requestBody }: RawOperation,
  pointer: string,
  label: string,
): Operation["requestBody"] {
  return requestBody === undefined
    ? undefined
    : buildRequestBody(context, requestBody, child(pointer, "requestBody"), label);
}
