import type { ReceivedOperation, Response } from "@facsimile/document";
import type { Code, CommentBlock, ObjectType, Type } from "../../print/index.js";
import {
  assignedType,
  code,
  comment,
  importedName,
  importedType,
  keyword,
  named,
  objectType,
  paragraphs,
  typeCode,
} from "../../print/index.js";
import { apiPhrase } from "../client-summary.js";
import { declaration, type ModuleSource } from "../declaration.js";
import { webhooksModule } from "../module-paths.js";
import { signature } from "../operations.js";
import { webhooksRuntime, webhooksType } from "../runtime.js";
import type { Scope } from "../scope.js";
import { answerType } from "./answer-type.js";
import { descriptionsLiteral } from "./described.js";
import { eventType } from "./event-type.js";
import { statedTexts } from "./stated-texts.js";

/** What the module calls what is not named for a webhook. It is a module of its own, as `raw` is: nothing else of the document is declared in it. */
const own = {
  handlers: "WebhookHandlers",
  options: "ReceiveOptions",
  receive: "receiveWebhook",
  listen: "webhookListener",
};

/** webhooks.ts: what the API sends, and what receives it. Undefined where it sends nothing. */
export function emitWebhooks(scope: Scope): ModuleSource | undefined {
  const { received } = scope.api;
  if (received.length === 0) return undefined;
  return {
    body: paragraphs(
      ...received.map((one) => emitTypes(scope, one)),
      emitHandlers(scope),
      emitOptions(scope),
      code`const webhooks: ${webhooksType("WebhookDescriptions")} = ${descriptionsLiteral(received)};`,
      emitReceive(scope),
      emitListen(scope),
    ),
    types: [...received.flatMap(({ eventName, answerName }) => [eventName, answerName]), own.handlers, own.options],
    values: [own.receive, own.listen],
    constants: ["webhooks"],
  };
}

function emitTypes(scope: Scope, one: ReceivedOperation): Code {
  const { eventName, answerName, name } = one;
  return paragraphs(
    code`
      ${comment(`What arrives for \`${name}\`.`)}
      ${declaration(scope, "type", eventName)} =${assignedType(eventType(scope, one))};
    `,
    code`
      ${comment(`What a receiver answers to \`${name}\`.`)}
      ${declaration(scope, "type", answerName)} =${assignedType(answerType(scope, one))};
    `,
  );
}

function emitHandlers(scope: Scope): Code {
  const { received } = scope.api;
  const properties = received.map((one) => ({
    name: one.name,
    type: handlerType(one),
    optional: true,
    readonly: true,
    comment: comment(...handlerBlocks(one)),
  }));
  const type: ObjectType = { kind: "object", properties, index: undefined };
  return code`
    ${comment("What is done when something arrives.")}
    ${declaration(scope, "interface", own.handlers)} ${objectType(type)}
  `;
}

function handlerType(one: ReceivedOperation): Type {
  return named(webhooksType("WebhookHandler"), ownType(one.eventName), ownType(one.answerName), ...statedTypes(one));
}

/** The types of the headers and of the query, as far as the document states them. */
function statedTypes(one: ReceivedOperation): readonly Type[] {
  const [headers, query] = [statedTexts(one, "header"), statedTexts(one, "query")];
  if (query !== undefined) return [headers ?? keyword("object"), query];
  return headers === undefined ? [] : [headers];
}

function handlerBlocks({
  operation,
  sender,
  key,
  expression,
}: ReceivedOperation): readonly (CommentBlock | undefined)[] {
  const { summary, description, responses, deprecated, method } = operation;
  const request = `\`${method.toUpperCase()}\``;
  const place =
    sender === undefined
      ? `The webhook \`${key}\`, sent by ${request}.`
      : `The callback \`${key}\` of \`${sender.name}\`, sent by ${request} to \`${expression}\`.`;
  return [
    summary,
    description === summary ? undefined : description,
    place,
    responses.map(statusRow).join("\n"),
    deprecated ? { tag: "deprecated" } : undefined,
  ];
}

function statusRow({ status, description }: Response): string {
  return `- \`${status}\`: ${(description.trim().split(/\n\s*\n/)[0] ?? "").replace(/\s+/g, " ")}`.replace(/: $/, "");
}

function emitOptions(scope: Scope): Code {
  const type = named(webhooksType("WebhookOptions"), ownType(own.handlers));
  return code`
    ${comment("How requests are known to be the API's, and who handles them.")}
    ${declaration(scope, "type", own.options)} =${assignedType(type)};
  `;
}

/** A type that the module declares. */
function ownType(name: string): Type {
  return named(importedType(name, webhooksModule));
}

function emitReceive(scope: Scope): Code {
  const parameters = [code`request: ${webhooksType("PlatformRequest")}`, optionsParameter];
  const answer = typeCode(named(webhooksType("PlatformResponse")));
  return code`
    ${comment(
      `Handles a request that ${apiPhrase(scope.api.title)} sends: checks that it is the API's, finds out which webhook it is, and calls its handler.`,
      { tag: "returns", text: "The answer, whatever has arrived. What goes wrong is told to `onProblem`." },
      { tag: "throws", text: "InvalidRequestError where the options are wrong: no secret, or no handler." },
    )}
    ${declaration(scope, "function", own.receive)}${signature(parameters, code`Promise<${answer}>`)} {
      return ${importedName("receiveWebhook", webhooksRuntime, "receive")}(webhooks, request, options);
    }
  `;
}

function emitListen(scope: Scope): Code {
  const listener = code`(request: ${webhooksType("NodeRequest")}, response: ${webhooksType("NodeResponse")}) => Promise<void>`;
  return code`
    ${comment("The same for `node:http`, and for frameworks that build on it.", {
      tag: "throws",
      text: "InvalidRequestError where the options are wrong, at once.",
    })}
    ${declaration(scope, "function", own.listen)}${signature([optionsParameter], listener)} {
      return ${importedName("webhookListener", webhooksRuntime, "listen")}(webhooks, options);
    }
  `;
}

const optionsParameter = code`options: ${importedType(own.options, webhooksModule)}`;
