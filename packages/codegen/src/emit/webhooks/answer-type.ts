import type { MediaType, ReceivedOperation, Response } from "@facsimile/document";
import { keyword, named, type Type, union } from "../../print/index.js";
import { statusKey } from "../body-type.js";
import { bodyKind } from "../media-type.js";
import { webhooksType } from "../runtime.js";
import type { Scope } from "../scope.js";

/** What is answered where the document states no success. */
const usualStatus = 204;

/** What is answered where a handler says nothing: the first success that the document states. */
export function answerStatus({ operation }: ReceivedOperation): number {
  const status = firstSuccess(operation.responses)?.status;
  if (status === undefined) return usualStatus;
  return /^\d+$/.test(status) ? Number(status) : 200;
}

/** The type of what a receiver answers: nothing, where a success needs no body, or what the document states for a status. */
export function answerType(scope: Scope, { operation }: ReceivedOperation): Type {
  const { responses } = operation;
  const isSilent = (firstSuccess(responses)?.content ?? []).length === 0;
  const stated = responses.map((response) => statedType(scope, response));
  return union([...(isSilent ? [named(webhooksType("NoAnswer"))] : []), ...stated]);
}

function firstSuccess(responses: readonly Response[]): Response | undefined {
  return responses.find(({ status }) => /^2(?:\d\d|XX)$/i.test(status));
}

function statedType(scope: Scope, { status, content }: Response): Type {
  const key = statusKey(status);
  const number: Type = typeof key === "number" ? { kind: "literal", value: key } : keyword("number");
  if (content.length === 0) return named(webhooksType("WebhookAnswer"), number);
  return named(webhooksType("WebhookAnswer"), number, union(content.map((mediaType) => bodyType(scope, mediaType))));
}

/** Directions turn here too: what the API reads is what it takes elsewhere. */
function bodyType({ types }: Scope, { name, schema }: MediaType): Type {
  const kind = bodyKind(name);
  if (kind === "text") return keyword("string");
  return schema === undefined || kind !== "json" ? keyword("unknown") : types.typeOf(schema, "request", "text");
}
