import type { RawOperation, RawServer } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { HttpMethod } from "./api.js";
import type { Context } from "./context.js";

/** Reports what `fetch` refuses to send (WHATWG Fetch, 2.2.1 and 5.4), and what no code is generated for. */
export function checkOperationSupport(
  context: Context,
  method: HttpMethod,
  operation: RawOperation,
  pointer: string,
): void {
  if (method === "trace") {
    const message = "The method TRACE cannot be sent: fetch forbids it.";
    context.report("method-unsupported", pointer, message, "Remove the operation.");
  }
  if ((method === "get" || method === "head") && operation.requestBody !== undefined) {
    const message = `The operation has a request body, which fetch does not send with ${method.toUpperCase()}.`;
    const fix = "Describe the values as query parameters, or the operation as a POST where the API allows it.";
    context.report("request-body-unsendable", child(pointer, "requestBody"), message, fix);
  }
  if (Object.keys(operation.callbacks ?? {}).length > 0) {
    const message = "Callbacks are requests that the API sends; no code is generated for them.";
    context.report(
      "callbacks-unsupported",
      child(pointer, "callbacks"),
      message,
      "Write the handlers of your server by hand.",
    );
  }
}

/** A client has one place that it sends its credentials to. */
export function checkOperationServers(
  context: Context,
  servers: readonly RawServer[] | undefined,
  pointer: string,
): void {
  if (servers === undefined || servers.length === 0) return;
  const message = "The operation has servers of its own, but a client sends all of its operations to one.";
  const fix = "Describe it in a document of its own, or make a second client with its baseUrl.";
  context.report("operation-servers-unsupported", pointer, message, fix);
}

export function checkWebhooks(context: Context): void {
  if (Object.keys(context.root.webhooks ?? {}).length === 0) return;
  const message = "Webhooks are requests that the API sends; no code is generated for them.";
  context.report("webhooks-unsupported", "/webhooks", message, "Write the handlers of your server by hand.");
}
