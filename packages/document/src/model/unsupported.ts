import { child, splitPointer } from "../load/pointer.js";
import type { HttpMethod, UnnamedOperation } from "./api.js";
import type { Context } from "./context.js";
import { methods } from "./operation-object.js";
import { isToken } from "./tokens.js";

/**
 * Why a package cannot send an operation: `fetch` refuses it (WHATWG Fetch, 2.2.1 and 5.4). Undefined where it can. A body that GET and HEAD need
 * not have is left out of the operation instead.
 */
export function whyUnsendable(
  context: Context,
  { method, path, pointer, requestBody }: UnnamedOperation,
): string | undefined {
  const name = `${method.toUpperCase()} ${path}`;
  const fault = faultOfMethod(method, pointer);
  if (fault !== undefined) {
    const message = `The operation ${name} is left out: ${fault}.`;
    context.report("method-unsupported", pointer, message, "Call it by other means, or remove it.");
    return message;
  }
  if (!isBodiless(method) || requestBody?.required !== true) return undefined;
  const message = `The operation ${name} is left out: it requires a request body, which fetch does not send with ${method.toUpperCase()}.`;
  const fix = "Describe the values as query parameters, or the operation as a POST where the API allows it.";
  context.report("request-body-unsendable", child(pointer, "requestBody"), message, fix);
  return message;
}

/** What `fetch` forbids (WHATWG Fetch, 2.2.1). */
const forbidden: ReadonlySet<string> = new Set(["connect", "trace", "track"]);

/** Why a method cannot be sent: by its nature, or as `additionalOperations` write it, which has to be in capitals and no method with a key of its own. */
function faultOfMethod(method: HttpMethod, pointer: string): string | undefined {
  if (forbidden.has(method)) return `fetch forbids the method ${method.toUpperCase()}`;
  const [written = "", section] = splitPointer(pointer).reverse();
  if (section !== "additionalOperations") return undefined;
  if (methods.some((known) => known === method))
    return `additionalOperations has no method that has a key of its own, as "${method}" is`;
  if (!isToken(written)) return `"${written}" is no name of a method`;
  return written === method.toUpperCase() ? undefined : `methods are sent in capitals, and "${written}" is another one`;
}

/** Whether `fetch` sends no body with a method (WHATWG Fetch, 5.4). */
function isBodiless(method: HttpMethod): boolean {
  return method === "get" || method === "head";
}

/** The operation without a body that it may have and `fetch` does not send. */
export function withoutUnsendableBody<Operation extends UnnamedOperation>(
  context: Context,
  operation: Operation,
): Operation {
  const { method, path, pointer, requestBody } = operation;
  if (!isBodiless(method) || requestBody === undefined) return operation;
  const message = `The request body of ${method.toUpperCase()} ${path} is left out: fetch sends none with ${method.toUpperCase()}.`;
  const fix = "Describe the values as query parameters, or the operation as a POST where the API allows it.";
  context.report("request-body-unsendable", child(pointer, "requestBody"), message, fix);
  return { ...operation, requestBody: undefined };
}
