import type { RawContent, RawOperation, RawResponse, Referable } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { MediaType, Response } from "./api.js";
import { buildContent, buildHeaders } from "./content.js";
import type { Context } from "./context.js";
import { readText } from "./extensions.js";
import type { StreamRequest } from "./streams/condition.js";
import { readStream } from "./streams/read-stream.js";

const statusKey = /^(?:[1-5][0-9][0-9]|[1-5]XX|default)$/;

/** What responses are answers to. */
interface Request extends StreamRequest {
  /** How messages name the operation. */
  readonly label: string;
}

export function buildResponses(
  context: Context,
  operation: RawOperation,
  pointer: string,
  request: Request,
): Response[] {
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
  const stated = new Set(entries.map(([status]) => status));
  return entries.flatMap(([key, response]) => {
    const at = child(place, key);
    const status = readStatus(context, key, stated, at, request.label);
    if (status === undefined) return [];
    const built = buildResponse(context, status, response, at);
    return [maySucceed(status, stated) ? withStreams(context, built, response, request) : built];
  });
}

/** Whether it describes successes: `default` does where nothing else does. */
function maySucceed(status: string, stated: ReadonlySet<string>): boolean {
  return status.startsWith("2") || (status === "default" && ![...stated].some((one) => one.startsWith("2")));
}

/** A failure is one answer, whatever its media type is. */
function withStreams(context: Context, built: Response, response: Referable<RawResponse>, request: Request): Response {
  const raw: RawContent = context.resolve(response, built.pointer).value.content ?? {};
  const content = built.content.map((one) => ({ ...one, stream: readStream(context, raw[one.name], one, request) }));
  return { ...built, content };
}

/** The status that a key stands for; undefined for one that stands for none. */
function readStatus(
  context: Context,
  key: string,
  stated: ReadonlySet<string>,
  place: string,
  label: string,
): string | undefined {
  if (statusKey.test(key)) return key;
  const meant = /^default$/i.test(key) ? "default" : key.trim().toUpperCase();
  if (statusKey.test(meant) && !stated.has(meant)) {
    const message = `The status "${key}" is taken for ${meant}.`;
    context.report("response-status-spelling", place, message, `Write "${meant}".`);
    return meant;
  }
  const message = `The response "${key}" of ${label} is left out: that is no status, as 200, 4XX or default are.`;
  const fix = "Write a status code, a range in capitals such as 4XX, or default.";
  context.report("response-status-invalid", place, message, fix);
  return undefined;
}

function buildResponse(context: Context, status: string, response: Referable<RawResponse>, place: string): Response {
  const { value, pointer } = context.resolve(response, place);
  const stated = buildContent(context, value.content, child(pointer, "content"));
  const isUnnamed = stated.length === 0 && Object.keys(value.content ?? {}).length > 0;
  const content = isUnnamed ? [anything(child(pointer, "content"))] : stated;
  return {
    pointer,
    status,
    summary: value.summary,
    description: value.description ?? "",
    headers: buildHeaders(context, value.headers, child(pointer, "headers")),
    content,
    assumed: readText(context, value["x-assumed"], child(pointer, "x-assumed")),
  };
}

/** There is a body, of which nobody knows the kind: none of its media types is one. */
function anything(pointer: string): MediaType {
  return { pointer, name: "*/*", schema: undefined, itemSchema: undefined, encoding: [], stream: undefined };
}
