import { isJson, type MediaType, type ReceivedOperation, type Response } from "@facsimile/document";

import { contentClaims } from "./body-claims.js";
import { alias, type TypeCheck } from "./claim.js";
import type { TypeContext } from "./context.js";
import type { ValueClaims } from "./value-claims.js";

/** What arrives, and what is answered: values of JSON, each way as it travels. */
export function* webhookChecks(context: TypeContext): Generator<TypeCheck, void> {
  for (const received of context.api.received) {
    yield { name: `webhook ${received.name}: types of the event`, ...eventClaims(context, received) };
    for (const response of received.operation.responses) yield* answerChecks(context, received, response);
  }
}

/** Where several media types may come, the type is of all of them. */
function eventClaims(context: TypeContext, { name, eventName, operation }: ReceivedOperation): ValueClaims {
  const [mediaType, ...others] = operation.requestBody?.content ?? [];
  if (mediaType === undefined || others.length > 0 || !isJson(mediaType.name)) return { claims: [], holes: [] };
  const subject = `webhook ${name}, event`;
  return jsonClaims(context, { subject, type: `Webhooks.${eventName}`, mediaType, direction: "response" });
}

function answerChecks(
  context: TypeContext,
  { name, answerName }: ReceivedOperation,
  { status, content }: Response,
): readonly TypeCheck[] {
  const [mediaType, ...others] = content;
  // A status of which there are many has the type of all of them.
  if (mediaType === undefined || others.length > 0 || !isJson(mediaType.name) || !/^\d+$/.test(status)) return [];
  const subject = `webhook ${name}, answer`;
  const type = `Extract<Webhooks.${answerName}, { readonly status: ${status} }>["body"]`;
  const claims = jsonClaims(context, { subject, type, mediaType, direction: "request" });
  return [{ name: `webhook ${name}: types of ${status}`, ...claims }];
}

interface TypedJson {
  readonly subject: string;
  readonly type: string;
  readonly mediaType: MediaType;
  readonly direction: "request" | "response";
}

function jsonClaims(context: TypeContext, { subject, type, mediaType, direction }: TypedJson): ValueClaims {
  const name = context.newName();
  const missing = `${context.say(subject, "has one", mediaType.pointer)}, and the package has no type for it`;
  const named = alias(name, type, missing);
  const { claims, holes } = contentClaims(context, { subject, type: name, mediaType, direction, given: [named] });
  return { claims: [named, ...claims], holes };
}
