import type { RawOperation, RawResponse, Referable } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { Response } from "./api.js";
import { buildContent, buildHeaders } from "./content.js";
import type { Context } from "./context.js";
import { readText } from "./extensions.js";
import { checkStreams } from "./media-types.js";

const statusKey = /^(?:[1-5][0-9][0-9]|[1-5]XX|default)$/;

export function buildResponses(context: Context, operation: RawOperation, pointer: string): Response[] {
  const entries = Object.entries(operation.responses ?? {}).filter(([status]) => !status.startsWith("x-"));
  if (entries.length === 0) {
    const message = "The operation states no responses, so that every answer is an undocumented one.";
    context.report(
      "responses-missing",
      pointer,
      message,
      "Add the status that the operation answers when it succeeds.",
    );
  }
  const place = child(pointer, "responses");
  return entries.map(([status, response]) => buildResponse(context, status, response, child(place, status)));
}

function buildResponse(context: Context, status: string, response: Referable<RawResponse>, place: string): Response {
  if (!statusKey.test(status)) {
    const message = `"${status}" is no status: 200, 4XX or default are.`;
    context.report(
      "response-status-invalid",
      place,
      message,
      "Write a status code, a range in capitals such as 4XX, or default.",
    );
  }
  const { value, pointer } = context.resolve(response, place);
  const content = buildContent(context, value.content, child(pointer, "content"));
  checkStreams(context, content);
  return {
    pointer,
    status,
    description: value.description ?? "",
    headers: buildHeaders(context, value.headers, child(pointer, "headers")),
    content,
    assumed: readText(context, value["x-assumed"], child(pointer, "x-assumed")),
  };
}
