import type { Mark, ReceivedOperation } from "@facsimile/document";
import { arrayLiteral, type Code, entry, literal, objectLiteral, openObjectLiteral } from "../../print/index.js";
import { answerStatus } from "./answer-type.js";
import { eventKind } from "./event-type.js";

/** What the runtime knows of what is received, by name. */
export function descriptionsLiteral(received: readonly ReceivedOperation[]): Code {
  return openObjectLiteral(received.map((one) => entry(one.name, descriptionLiteral(one))));
}

function descriptionLiteral(one: ReceivedOperation): Code {
  const { operation, sender, expression, marks } = one;
  const content = operation.requestBody?.content ?? [];
  return objectLiteral([
    sender === undefined ? undefined : entry("callbackOf", literal(`${sender.name} ${expression ?? ""}`)),
    entry("method", literal(operation.method.toUpperCase())),
    entry("content", objectLiteral(content.map((mediaType) => entry(mediaType.name, literal(eventKind(mediaType)))))),
    marks.length === 0 ? undefined : entry("marks", arrayLiteral(marks.map(markLiteral))),
    entry("status", literal(answerStatus(one))),
  ]);
}

function markLiteral({ in: place, path, values }: Mark): Code {
  return objectLiteral([
    entry("in", literal(place)),
    entry("path", arrayLiteral(path.map(literal))),
    entry("values", arrayLiteral(values.map(literal))),
  ]);
}
